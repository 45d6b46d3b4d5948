import type { ApplicationState } from "#lib/generated/prisma/enums";
import { STATE_LABELS, STEPS } from "#lib/internships/applications/labels";

type Props = {
  state: ApplicationState;
  /** What is known of a step: the day it was reached. */
  notes: Partial<Record<ApplicationState, string>>;
};

/** The way of an application as courses of bricks: laid, being laid, to come. Words say it as well as colour. */
export function ApplicationSteps({ state, notes }: Props) {
  const reached = STEPS.findIndex((step) => step === state);
  return (
    <ol className="application-steps">
      {STEPS.map((step, at) => (
        <li
          key={step}
          className={at < reached ? "is-done" : at === reached ? "is-here" : undefined}
          aria-current={at === reached ? "step" : undefined}
        >
          <strong>{STATE_LABELS[step]}</strong>
          {notes[step] && <span>{notes[step]}</span>}
        </li>
      ))}
    </ol>
  );
}
