import { BrickRow } from "#components/ui/brick-row";
import { levelsInWords } from "#lib/internships/labels";
import type { FoundOffer } from "#lib/internships/search/queries";
import { formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Props = {
  offer: FoundOffer;
  /** Its public page, unless said otherwise. */
  href?: string;
};

/** One offer: for whom, what, with whom, where, when, until when; and why it comes where it does. */
export function InternshipRow({ offer, href }: Props) {
  const { slug, title, levels, startsOn, weeks, applyBefore, places, remotePercent, commune, structure, reasons } =
    offer;
  return (
    <BrickRow
      title={title}
      href={href ?? paths.internship(slug)}
      kicker={levelsInWords(levels)}
      ties={{ has: [commune?.slug ?? null] }}
      aside={
        <>
          <p className="display text-lg text-charbon">{commune?.name ?? structure.city ?? "Artois"}</p>
          <p className="mt-2 text-sm">Candidater avant le {formatDayShort(applyBefore)}</p>
        </>
      }
    >
      <p>
        {structure.name} · {count(weeks, "semaine")} à partir du {formatDayShort(startsOn)}
        {places > 1 ? ` · ${count(places, "place")}` : ""}
        {remotePercent > 0 ? ` · ${remotePercent}\u00a0% à distance` : ""}
      </p>
      {reasons.length > 0 && (
        <p className="offer-reasons">
          <span className="sr-only">Pour vous : </span>
          {reasons.join(", ")}
        </p>
      )}
    </BrickRow>
  );
}
