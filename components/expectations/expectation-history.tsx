import { EmptyState } from "#components/ui/empty-state";
import { Paragraphs } from "#components/ui/paragraphs";
import { STATE_LABELS } from "#lib/expectations/labels";
import type { ExpectationView } from "#lib/expectations/queries";
import { PATIENCE } from "#lib/expectations/rules";
import { dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

type Entry = ExpectationView["history"][number];

/** From the expectation to its result: meetings that spoke of it, answers, the decisions they rest on. */
export function ExpectationHistory({ history }: { history: Entry[] }) {
  return (
    <>
      {!history.some(({ kind }) => kind === "step") && (
        <EmptyState title="Pas encore de réponse">
          <p>
            Après {PATIENCE.lead} jours sans réponse, les responsables de la commission sont prévenus ; après{" "}
            {PATIENCE.board}, le comité.
          </p>
        </EmptyState>
      )}
      {history.length > 0 && (
        <ol className="expectation-steps">
          {history.map((entry) => {
            switch (entry.kind) {
              case "step":
                return <Step key={`step ${entry.position}`} step={entry} />;
              case "meeting":
                return (
                  <li key={`meeting ${entry.slug}`}>
                    <p>
                      <strong>à l’ordre du jour</strong> : <MeetingLink event={entry} />
                    </p>
                  </li>
                );
              case "decision":
                return (
                  <li key={entry.number}>
                    <p>
                      <strong>décision {entry.number}</strong> : {entry.title} (
                      <MeetingLink event={entry.meeting.event} />)
                    </p>
                  </li>
                );
              default:
                return (
                  <li key={entry.id}>
                    <p>
                      <strong>à faire</strong> : {entry.text},{" "}
                      {entry.doneAt
                        ? `fait le ${formatDay(dayOf(entry.doneAt))}`
                        : `avant le ${formatDay(dayOfColumn(entry.dueOn))}`}
                    </p>
                  </li>
                );
            }
          })}
        </ol>
      )}
    </>
  );
}

function Step({ step: { state, at, by, reason, decision } }: { step: Extract<Entry, { kind: "step" }> }) {
  return (
    <li>
      <p>
        <strong>{STATE_LABELS[state]}</strong>, le {formatDay(dayOf(at))}, par {by}
      </p>
      {reason && <Paragraphs text={reason} />}
      {decision && (
        <p>
          Décision {decision.number} : {decision.title} (<MeetingLink event={decision.meeting.event} />)
        </p>
      )}
    </li>
  );
}

type Named = Pick<Extract<Entry, { kind: "meeting" }>, "slug" | "title" | "startsAt" | "visibility">;

/** The public agenda shows public meetings only: the others are named. */
function MeetingLink({ event: { slug, title, startsAt, visibility } }: { event: Named }) {
  const words = `${title}, ${formatDay(dayOf(startsAt))}`;
  return visibility === "public" ? <a href={paths.event(slug)}>{words}</a> : words;
}
