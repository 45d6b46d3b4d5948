import { BrickRow } from "#components/ui/brick-row";
import { TagList } from "#components/ui/tag-list";
import { formatInstant } from "#lib/platform/dates";
import { count, formatEuros } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import type { TenderLine } from "#lib/tenders/queries";
import { countdownOf } from "#lib/tenders/rules";

/** One tender in a list: how long is left, set large. */
export function TenderRow({ tender, now }: { tender: TenderLine; now: Date }) {
  const { id, buyer, subject, city, respondBefore, withdrawnAt, estimatedCents, lots, skills, isImported, isOurs } =
    tender;
  const { value, words, state } = countdownOf(respondBefore, now);
  return (
    <BrickRow
      title={subject}
      href={paths.tender(id)}
      lead={
        <p className={`figure countdown-${state}`}>
          <span className="figure-value display">{value}</span> <span className="figure-words">{words}</span>
        </p>
      }
      kicker={buyer}
      aside={
        <>
          {isOurs && (
            <p>
              <strong>Votre main est levée</strong>
            </p>
          )}
          {withdrawnAt && <p>Abandonné</p>}
          <p>{count(lots, "lot")}</p>
          {estimatedCents && <p>{formatEuros(Number(estimatedCents))} HT</p>}
          {isImported && <p>BOAMP</p>}
        </>
      }
    >
      <p>
        Avant le {formatInstant(respondBefore)}
        {city && `, à ${city}`}
      </p>
      <TagList tags={skills.map((label) => ({ label }))} label="Compétences demandées" />
    </BrickRow>
  );
}
