import { Notice } from "#components/ui/notice";
import { dayOf, daysBetween, formatDay } from "#lib/platform/dates";

type Dated = { startsAt: Date; isCancelled: boolean };
type Props = { coming: Dated[]; past: Dated[]; now: Date };

/** The club's rule: a meeting every one to two months. */
const LATEST_DAYS = 62;

/** Where the commission is in its rhythm, said plainly, late or not. */
export function RhythmNotice({ coming, past, now }: Props) {
  const next = coming.find((event) => !event.isCancelled);
  const last = past.find((event) => !event.isCancelled);
  const wait = last ? daysBetween(dayOf(last.startsAt), dayOf(now)) : null;
  if (next) return <p className="mb-6">Prochaine réunion le {formatDay(dayOf(next.startsAt))}.</p>;
  if (wait !== null && wait > LATEST_DAYS) {
    return (
      <Notice kind="warning" title="En retard sur son rythme">
        <p>
          La commission se réunit d’ordinaire tous les un à deux mois ; la dernière réunion remonte à {wait} jours et
          aucune date n’est encore fixée.
        </p>
      </Notice>
    );
  }
  return (
    <p className="mb-6">
      La date de la prochaine réunion n’est pas encore fixée ; la commission se réunit tous les un à deux mois.
    </p>
  );
}
