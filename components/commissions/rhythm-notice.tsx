import { Notice } from "#components/ui/notice";
import { daysLate, type Rhythm } from "#lib/meetings/rules";
import { type Day, formatDay, formatDays } from "#lib/platform/dates";
import { count } from "#lib/platform/french";

type Props = { rhythm: Rhythm; today: Day /** The next meeting, when everybody may know of it. */; next: Day | null };

/** Where the commission is in its rhythm, said plainly, late or not. */
export function RhythmNotice({ rhythm, today, next }: Props) {
  const { state, window, lastOn } = rhythm;
  if (state === "late" && lastOn) {
    return (
      <Notice kind="warning" title="En retard sur son rythme">
        <p>
          La commission se réunit tous les un à deux mois ; elle aurait dû se réunir au plus tard il y a{" "}
          {count(daysLate(rhythm, today), "jour")} et aucune date n’est encore fixée.
        </p>
      </Notice>
    );
  }
  if (state === "due") {
    return (
      <p className="mb-6">
        La date de la prochaine réunion n’est pas encore fixée
        {window ? ` ; elle est attendue ${formatDays(window.from, window.to)}.` : "."}
      </p>
    );
  }
  return (
    <p className="mb-6">
      {next ? `Prochaine réunion le ${formatDay(next)}` : "La date de la prochaine réunion est fixée"}
      {state === "planned_late" && `, ${count(daysLate(rhythm, today), "jour")} après le rythme habituel`}.
    </p>
  );
}
