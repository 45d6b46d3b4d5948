import { useId } from "react";
import { count } from "#lib/platform/french";
import { COMMUNES } from "#lib/territory/communes";
import { cells, ground, HEIGHT, net, placeCommunes, WIDTH } from "./territory-geometry.ts";
import { type Label, placeLabels, type Town } from "./territory-labels.ts";

export type MapDot = { communeSlug: string; count: number; commissions: string[] };

type Props = {
  dots: MapDot[];
  /** The commune the page is about, or the one the list is filtered by. */
  selected?: string;
  /** Only the members of this commission: its colour, the other towns hollow. */
  commission?: string;
  /** Where a town leads; without it the map is a picture. */
  hrefFor?: (communeSlug: string) => string;
  variant?: "hero" | "list" | "member";
  /** What its numbers count, one of them. */
  counted?: string;
  /** What the map shows, for those who do not see it. */
  label?: string;
};

// The land does not move: it is drawn once.
const LAND = placeCommunes(COMMUNES);
const SOIL = ground(LAND);
const OUTLINES = cells(LAND);
const OUTLINE_OF = new Map(LAND.map(({ slug }, index) => [slug, OUTLINES[index]]));

type DrawnTown = Town & { count: number; isOther: boolean; commissions: string[] };

/** The corners of the square: always named, members or not. */
const MAJOR_TOWNS = ["arras", "bethune", "douai", "lens"];

/**
 * The Artois drawn from its communes: chalk ground, one cell per commune, a net between the towns
 * that have members. It never says more than the list beside it.
 */
export function TerritoryMap({
  dots,
  selected,
  commission,
  hrefFor,
  variant = "list",
  counted = "adhérent",
  label = "Carte de l’Artois",
}: Props) {
  const id = useId();
  const bySlug = new Map(dots.map((dot) => [dot.communeSlug, dot]));
  const inhabited = LAND.filter(({ slug }) => bySlug.has(slug));
  const towns = townsOf(bySlug, selected, commission);
  const labels = placeLabels(towns);
  return (
    <div className={`territory territory-${variant}${commission ? ` commission-${commission}` : ""}`}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role={hrefFor ? "group" : "img"} aria-label={label}>
        <defs>
          <path id={`${id}-sol`} d={SOIL} />
          <mask id={`${id}-masque`} maskUnits="userSpaceOnUse" x="0" y="0" width={WIDTH} height={HEIGHT}>
            <use href={`#${id}-sol`} className="territory-mask" />
          </mask>
        </defs>
        <use href={`#${id}-sol`} className="territory-outline" />
        <use href={`#${id}-sol`} className="territory-ground" />
        <g mask={`url(#${id}-masque)`}>
          <path d={OUTLINES.join("")} className="territory-cell" />
          <path d={inhabited.map(({ slug }) => OUTLINE_OF.get(slug)).join("")} className="territory-cell has-members" />
          {/* Last, so that no neighbour's edge covers its own. */}
          {selected && <path d={OUTLINE_OF.get(selected)} className="territory-cell is-selected" />}
        </g>
        <path d={net(inhabited)} className="territory-net" />
        {/* The most important last: no dot covers its name. */}
        {towns.toReversed().map((town) => (
          <TownMark
            key={town.slug}
            town={town}
            label={labels.get(town.slug)}
            isSelected={town.slug === selected}
            hrefFor={hrefFor}
            counted={counted}
          />
        ))}
      </svg>
    </div>
  );
}

type MarkProps = {
  town: DrawnTown;
  label: Label | undefined;
  isSelected: boolean;
  hrefFor: Props["hrefFor"];
  counted: string;
};

function TownMark({ town, label, isSelected, hrefFor, counted }: MarkProps) {
  const drawing = (
    <>
      {hrefFor && <circle className="territory-target" cx={town.x} cy={town.y} r={Math.max(town.radius, 20)} />}
      <circle className="territory-dot" cx={town.x} cy={town.y} r={town.radius} />
      {/* The order in which it is said: the name, then the number. */}
      <TownName town={town} label={label} />{" "}
      {town.count > 1 && (
        <text className="territory-count" x={town.x} y={town.y}>
          {town.count}
        </text>
      )}
    </>
  );
  const states = [town.isMajor && "is-major", isSelected && "is-selected", town.isOther && "is-other"];
  const className = ["territory-town", ...states].filter(Boolean).join(" ");
  if (!hrefFor || town.count === 0) return <g className={className}>{drawing}</g>;
  return (
    <a
      className={className}
      href={hrefFor(town.slug)}
      aria-label={`${town.name}\u202f: ${count(town.count, counted)}`}
      aria-current={isSelected ? "true" : undefined}
      data-is={town.slug}
      data-has={town.commissions.join(" ") || undefined}
    >
      {drawing}
    </a>
  );
}

/** A name without a free place waits above its dot and appears under the pointer or the focus. */
function TownName({ town, label }: { town: DrawnTown; label: Label | undefined }) {
  const at = label ?? { x: town.x, y: town.y - town.radius - 8, anchor: "middle" };
  return (
    <text className={label ? "territory-name" : "territory-name is-hidden"} x={at.x} y={at.y} textAnchor={at.anchor}>
      {town.name}
    </text>
  );
}

/** The towns to draw, the most important first: their names are placed in this order. */
function townsOf(dots: Map<string, MapDot>, selected: string | undefined, commission: string | undefined): DrawnTown[] {
  return LAND.map((commune) => {
    const dot = dots.get(commune.slug);
    const members = dot?.count ?? 0;
    const isOther = commission !== undefined && !dot?.commissions.includes(commission);
    const isMajor = MAJOR_TOWNS.includes(commune.slug);
    const commissions = dot?.commissions ?? [];
    return { ...commune, count: members, commissions, isMajor, isOther, radius: radiusOf(members) };
  })
    .filter((town) => town.count > 0 || town.isMajor || town.slug === selected)
    .sort((a, b) => rank(b, selected) - rank(a, selected) || a.slug.localeCompare(b.slug, "fr"));
}

function rank(town: DrawnTown & { population: number }, selected: string | undefined): number {
  if (town.isMajor) return 1e9;
  return town.slug === selected ? 1e8 : town.count * 1e6 + town.population;
}

/** The surface of a dot grows with the number of members; one alone stays easy to see. */
function radiusOf(members: number): number {
  return members === 0 ? 5 : Math.round((5 + 5.5 * Math.sqrt(members)) * 10) / 10;
}
