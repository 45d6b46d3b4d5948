import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { Tag } from "#components/ui/tag";
import { APPLICATION_STATE_LABELS } from "#lib/membership/applications/labels";
import type { ApplicationLine } from "#lib/membership/applications/review/queries";
import { answerBefore } from "#lib/membership/applications/rules";
import { formatDay, formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { KIND_LABELS } from "#lib/structures/labels";

/** One application in the board's list: who, since when, what the board thinks so far. */
export function ApplicationRow({ application }: { application: ApplicationLine }) {
  const { id, number, name, kind, city, commissions, votes, state, confirmedAt, closure } = application;
  return (
    <BrickRow
      title={name}
      href={paths.boardApplication(id)}
      heading="h3"
      kicker={`n° ${number} · ${KIND_LABELS[kind]}, ${city}`}
      aside={
        <>
          <Tag>{APPLICATION_STATE_LABELS[state]}</Tag>
          <p className="field-hint">
            {votes.favourable} pour, {votes.opposed} contre, {votes.abstains} abst.
          </p>
        </>
      }
    >
      <ul className="tags">
        {commissions.map(({ slug, name: label }) => (
          <li key={slug}>
            <CommissionLabel slug={slug} name={label} />
          </li>
        ))}
      </ul>
      <p className="field-hint">
        {closure
          ? `Close ${formatInstant(closure.closedAt)}`
          : confirmedAt &&
            `Reçue ${formatInstant(confirmedAt)}, réponse attendue avant le ${formatDay(answerBefore(confirmedAt))}`}
      </p>
    </BrickRow>
  );
}
