import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { TagList } from "#components/ui/tag-list";
import { formatEuros } from "#lib/platform/french";
import { cpvInWords } from "#lib/tenders/cpv/rules";
import { CANDIDACY_LABELS } from "#lib/tenders/labels";
import type { TenderView } from "#lib/tenders/queries";

/** The lots, their number set large, with what each asks for. */
export function LotList({ lots }: { lots: TenderView["lots"] }) {
  return (
    <BrickList label="Lots">
      {lots.map((lot) => (
        <BrickRow
          key={lot.id}
          title={lot.title}
          lead={
            <p className="figure">
              <span className="figure-words">lot</span> <span className="figure-value display">{lot.number}</span>
            </p>
          }
          aside={
            <>
              {lot.withdrawnAt && <p>Retiré par l’acheteur</p>}
              {lot.estimatedCents && <p>{formatEuros(Number(lot.estimatedCents))} HT</p>}
              {lot.multipleCandidacyRule && (
                <p>Répondre à plusieurs titres : {CANDIDACY_LABELS[lot.multipleCandidacyRule].toLowerCase()}</p>
              )}
            </>
          }
        >
          {lot.cpvCodes.length > 0 && <p>CPV {lot.cpvCodes.map(cpvInWords).join(", ")}</p>}
          {lot.skills.length > 0 ? (
            <TagList tags={lot.skills} label="Compétences demandées" />
          ) : (
            <p>Aucune compétence précisée : corrigez l’avis pour que les équipes possibles en tiennent compte.</p>
          )}
        </BrickRow>
      ))}
    </BrickList>
  );
}
