import { BrickRow } from "#components/ui/brick-row";
import { levelsInWords, OFFER_STATE_LABELS } from "#lib/internships/labels";
import type { listOwnOffers } from "#lib/internships/offers/queries";
import type { OfferState } from "#lib/internships/rules";
import { dayOfColumn, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Props = { offer: Awaited<ReturnType<typeof listOwnOffers>>[number] & { state: OfferState } };

/** An offer of one's own structure: where it stands, and until when. */
export function OwnOfferRow({ offer }: Props) {
  const { id, title, levels, startsOn, weeks, places, applyBefore, answerBy, state, _count } = offer;
  return (
    <BrickRow
      title={title}
      href={paths.memberInternship(id)}
      kicker={OFFER_STATE_LABELS[state]}
      aside={
        <>
          <p>Candidatures jusqu’au {formatDayShort(dayOfColumn(applyBefore))}</p>
          <p className="text-sm">Réponses avant le {formatDayShort(dayOfColumn(answerBy))}</p>
        </>
      }
    >
      <p>
        {levelsInWords(levels)} · {count(weeks, "semaine")} à partir du {formatDayShort(dayOfColumn(startsOn))} ·{" "}
        {count(places, "place")}
      </p>
      {_count.applications > 0 && (
        <p>
          <a href={paths.receivedApplications(id)}>{count(_count.applications, "candidature")}</a>
        </p>
      )}
    </BrickRow>
  );
}
