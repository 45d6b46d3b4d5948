import { DefinitionList } from "#components/ui/definition-list";
import { dayOf, formatDay, formatInstant } from "#lib/platform/dates";
import { formatEuros, formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { CANDIDACY_LABELS, DEPARTMENT_LABELS, PROCEDURE_LABELS } from "#lib/tenders/labels";
import type { TenderView } from "#lib/tenders/queries";

/** What the notice says. */
export function TenderFacts({ tender, sentence }: { tender: TenderView; sentence: string }) {
  const { departments, deadlineChanges, postedFor, url } = tender;
  return (
    <DefinitionList
      items={[
        { term: "À rendre avant le", value: `${formatInstant(tender.respondBefore)} (${sentence})` },
        {
          term: "Échéance déplacée",
          value: deadlineChanges.length > 0 && (
            <ul>
              {deadlineChanges.map(({ id, from, to, changedAt, personId }) => (
                <li key={id}>
                  du {formatInstant(from)} au {formatInstant(to)}, {personId ? "corrigée" : "par un rectificatif lu"} le{" "}
                  {formatDay(dayOf(changedAt))}
                </li>
              ))}
            </ul>
          ),
        },
        { term: "Acheteur", value: tender.buyer },
        { term: "Référence", value: tender.reference },
        { term: "Procédure", value: PROCEDURE_LABELS[tender.procedure] },
        { term: "Montant estimé", value: tender.estimatedCents && `${formatEuros(Number(tender.estimatedCents))} HT` },
        { term: "Lieu", value: tender.city },
        { term: "Département", value: formatList(departments.map((code) => DEPARTMENT_LABELS[code] ?? code)) },
        {
          term: "Répondre à plusieurs titres",
          value: CANDIDACY_LABELS[tender.multipleCandidacyRule],
        },
        {
          term: "Avis",
          value: url && (
            <a href={url} rel="noopener noreferrer">
              Lire l’avis chez l’acheteur
            </a>
          ),
        },
        {
          term: "Signalé par",
          value: postedFor ? (
            <a href={paths.member(postedFor.slug)}>{postedFor.name}</a>
          ) : (
            tender.isImported && "le BOAMP"
          ),
        },
      ]}
    />
  );
}
