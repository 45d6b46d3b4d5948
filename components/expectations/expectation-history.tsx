import { EmptyState } from "#components/ui/empty-state";
import { Paragraphs } from "#components/ui/paragraphs";
import { STATE_LABELS } from "#lib/expectations/labels";
import type { ExpectationView } from "#lib/expectations/queries";
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

/** Each step with who took it, when, why, and under which decision of which meeting. */
export function ExpectationHistory({ steps }: { steps: ExpectationView["steps"] }) {
  if (steps.length === 0) {
    return (
      <EmptyState title="Pas encore de réponse">
        <p>Après soixante jours sans réponse, le ou la responsable est prévenu ; après quatre-vingt-dix, le comité.</p>
      </EmptyState>
    );
  }
  return (
    <ol className="expectation-steps">
      {steps.map(({ position, state, reason, takenAt, by, decision }) => (
        <li key={position}>
          <p>
            <strong>{STATE_LABELS[state]}</strong>, le {formatDay(dayOf(takenAt))}, par {by}
          </p>
          {reason && <Paragraphs text={reason} />}
          {decision && (
            <p>
              Décision {decision.number} : {decision.title} (
              <a href={paths.event(decision.meeting.event.slug)}>
                {decision.meeting.event.title}, {formatDay(dayOf(decision.meeting.event.startsAt))}
              </a>
              )
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
