import { BrickRow } from "#components/ui/brick-row";
import { LEVEL_LABELS } from "#lib/internships/labels";
import type { listInternships } from "#lib/internships/queries";
import { dayOfColumn, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Offer = Awaited<ReturnType<typeof listInternships>>["items"][number];

/** One offer: for whom, what, with whom, where, when, until when. */
export function InternshipRow({ offer }: { offer: Offer }) {
  const { slug, title, level, startsOn, weeks, applyBefore, places, commune, structure } = offer;
  return (
    <BrickRow
      title={title}
      href={paths.internship(slug)}
      kicker={LEVEL_LABELS[level]}
      aside={
        <>
          <p className="display text-lg text-charbon">{commune?.name ?? structure.city ?? "Artois"}</p>
          <p className="mt-2 text-sm">Candidater avant le {formatDayShort(dayOfColumn(applyBefore))}</p>
        </>
      }
    >
      <p>
        {structure.name} · {count(weeks, "semaine")} à partir du {formatDayShort(dayOfColumn(startsOn))}
        {places > 1 ? ` · ${count(places, "place")}` : ""}
      </p>
    </BrickRow>
  );
}
