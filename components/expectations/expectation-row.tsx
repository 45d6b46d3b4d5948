import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { CATEGORY_LABELS, STATE_LABELS } from "#lib/expectations/labels";
import type { ExpectationLine } from "#lib/expectations/queries";
import { dayOf, formatDay } from "#lib/platform/dates";
import { count, formatNumber } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

/** One expectation in a list: its voices set large, where it stands. */
export function ExpectationRow({ expectation }: { expectation: ExpectationLine }) {
  const { id, title, commission, commissionSlug, category, state, voicedAt, voiceCount, trend, comments, isVoiced } =
    expectation;
  return (
    <BrickRow
      title={title}
      href={paths.expectation(id)}
      lead={
        <p className="figure">
          <span className="figure-value display">{formatNumber(voiceCount)}</span>{" "}
          <span className="figure-words">{voiceCount > 1 ? "voix de structures" : "voix de structure"}</span>
        </p>
      }
      kicker={<CommissionLabel slug={commissionSlug} name={commission} />}
      aside={
        <>
          <p>
            <strong>{STATE_LABELS[state]}</strong>
          </p>
          {trend > 0 && <p>+{formatNumber(trend)} en 60 jours</p>}
          {comments > 0 && <p>{count(comments, "commentaire")}</p>}
          {isVoiced && <p>Votre voix y est</p>}
        </>
      }
    >
      <p>
        Dite le {formatDay(dayOf(voicedAt))}
        {category && `, ${CATEGORY_LABELS[category]}`}
      </p>
    </BrickRow>
  );
}
