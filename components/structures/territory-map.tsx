import { useId } from "react";
import { count } from "#lib/platform/french";
import { cells, ground, HEIGHT, type MapCommune, net, placeCommunes, WIDTH } from "./territory-geometry.ts";
import { type Label, placeLabels, type Town } from "./territory-labels.ts";

export type MapDot = { communeSlug: string; count: number; commissions: string[] };

type Props = {
  communes: MapCommune[];
  dots: MapDot[];
  /** The commune the page is about, or the one the list is filtered by. */
  selected?: string;
  /** Only the members of this commission: its colour, the other towns hollow. */
  commission?: string;
  /** Where a town leads; without it the map is a picture. */
  hrefFor?: (communeSlug: string) => string;
  variant?: "hero" | "list" | "member";
  /** What the map shows, for those who do not see it. */
  label?: string;
};

type DrawnTown = Town & { count: number; isOther: boolean; commissions: string[] };

/** The corners of the square: always named, members or not. */
const MAJOR_TOWNS = ["arras", "bethune", "douai", "lens"];

/**
 * The Artois drawn from its communes: chalk ground, one cell per commune, a net between the towns
 * that have members. It never says more than the list beside it.
 */
export function TerritoryMap({
  communes,
  dots,
  selected,
  commission,
  hrefFor,
  variant = "list",
  label = "Carte de l’Artois",
}: Props) {
  const id = useId();
  const placed = placeCommunes(communes);
  const bySlug = new Map(dots.map((dot) => [dot.communeSlug, dot]));
  const outlines = cells(placed).map((outline, index) => ({ outline, slug: placed[index]?.slug ?? "" }));
  const soil = ground(placed);
  const towns = townsOf(placed, bySlug, selected, commission);
  const labels = placeLabels(towns);
  return (
    <div className={`territory territory-${variant}${commission ? ` commission-${commission}` : ""}`}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role={hrefFor ? "group" : "img"} aria-label={label}>
        <mask id={`${id}-sol`} maskUnits="userSpaceOnUse" x="0" y="0" width={WIDTH} height={HEIGHT}>
          <path d={soil} className="territory-mask" />
        </mask>
        <path d={soil} className="territory-outline" />
        <path d={soil} className="territory-ground" />
        <g mask={`url(#${id}-sol)`}>
          {outlines.map(({ outline, slug }) => (
            <path
              key={slug}
              d={outline}
              className={bySlug.has(slug) ? "territory-cell has-members" : "territory-cell"}
            />
          ))}
          {/* Last, so that no neighbour's edge covers its own. */}
          <path d={outlines.find(({ slug }) => slug === selected)?.outline} className="territory-cell is-selected" />
        </g>
        <path d={net(placed.filter((commune) => bySlug.has(commune.slug)))} className="territory-net" />
        {towns.map((town) => (
          <TownMark
            key={town.slug}
            town={town}
            label={labels.get(town.slug)}
            isSelected={town.slug === selected}
            hrefFor={hrefFor}
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
};

function TownMark({ town, label, isSelected, hrefFor }: MarkProps) {
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
      aria-label={`${town.name}\u202f: ${count(town.count, "adhérent")}`}
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
function townsOf(
  placed: ReturnType<typeof placeCommunes>,
  dots: Map<string, MapDot>,
  selected: string | undefined,
  commission: string | undefined,
): DrawnTown[] {
  return placed
    .map((commune) => {
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
