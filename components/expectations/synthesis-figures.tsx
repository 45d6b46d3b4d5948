import { STATE_LABELS } from "#lib/expectations/labels";
import { SYNTHESIS_PARTS } from "#lib/expectations/syntheses/labels";
import type { SynthesisFigures as Figures, SynthesisLine } from "#lib/expectations/syntheses/schema";
import { formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

/** What a commission expects, drawn from the data: the part that nobody writes by hand. */
export function SynthesisFigures({ figures }: { figures: Figures }) {
  return (
    <>
      <p>
        Depuis le {formatDay(figures.since)}. En tout, {count(figures.total, "attente")} dans la commission.
      </p>
      {SYNTHESIS_PARTS.map(({ key, title, none }) => (
        <section key={key}>
          <h3>{title}</h3>
          {figures[key].length === 0 ? <p>{none}</p> : <Lines lines={figures[key]} />}
        </section>
      ))}
    </>
  );
}

function Lines({ lines }: { lines: SynthesisLine[] }) {
  return (
    <ul>
      {lines.map(({ id, title, state, voices }) => (
        <li key={id}>
          <a href={paths.expectation(id)}>{title}</a> : {count(voices, "voix", "voix")}, {STATE_LABELS[state]}
        </li>
      ))}
    </ul>
  );
}
