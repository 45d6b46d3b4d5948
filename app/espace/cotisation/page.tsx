import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallHistory } from "#components/dues/call-history";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { waysToPay } from "#lib/dues/documents";
import { CALL_STATE_LABELS } from "#lib/dues/labels";
import { type CallSheet, findDues } from "#lib/dues/queries";
import { lapseDay, yearInWords } from "#lib/dues/rules";
import { getFeeRules } from "#lib/dues/schedule/queries";
import { requestTime } from "#lib/platform/clock";
import { formatDay } from "#lib/platform/dates";
import { formatEuros } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Votre cotisation" };

/** Where one's dues stand, how to pay them, and every paper of them. */
export default async function OwnDuesPage() {
  const [actor, now] = [await requireActor(), requestTime()];
  const dues = actor.actingFor && (await findDues(actor, { id: actor.actingFor.id }, now));
  if (!dues) notFound();
  const { structure, calls } = dues;
  const rules = await getFeeRules(actor, now);
  const owed = calls.filter(({ balanceCents }) => balanceCents > 0);
  return (
    <>
      <PageHeader kicker={structure.name} title="Votre cotisation" lead={leadOf(calls)}>
        {structure.status === "lapsed" && (
          <Notice kind="warning" title="Votre fiche n’est plus dans l’annuaire">
            <p>
              Elle y reviendra telle quelle dès votre règlement enregistré. D’ici là, votre droit de vote est suspendu,
              dans les conditions prévues par les statuts. Un empêchement ? Écrivez au club : une solution se trouve.
            </p>
          </Notice>
        )}
        {structure.status === "active" && owed[0]?.state === "late" && (
          <Notice kind="warning" title="Échéance passée">
            <p>Sans règlement, votre fiche quitterait l’annuaire le {formatDay(lapseDay(owed[0].dueOn, rules))}.</p>
          </Notice>
        )}
        <div className="actions">
          <ButtonLink kind="secondary" href={paths.yearReport}>
            Ce que le club vous a apporté
          </ButtonLink>
        </div>
      </PageHeader>
      {owed[0] && (
        <Section title="Comment régler">
          <DefinitionList
            items={[
              { term: "Montant", value: formatEuros(owed[0].balanceCents) },
              ...waysToPay(owed[0].reference, rules),
            ]}
          />
        </Section>
      )}
      {calls.length === 0 && (
        <Section title="Appels">
          <EmptyState title="Aucun appel pour l’instant">
            <p>Votre premier appel à cotisation arrivera par e-mail, et restera ici.</p>
          </EmptyState>
        </Section>
      )}
      {calls.map((call) => (
        <Section
          key={call.id}
          title={`${yearInWords(call.year, rules.firstMonth)}\u202f: ${CALL_STATE_LABELS[call.state]}`}
          layout="stacked"
        >
          <div className="dues-call">
            <DefinitionList
              items={[
                { term: "Appel", value: <a href={paths.feeCallPdf(call.reference)}>{call.reference} (PDF)</a> },
                { term: "Montant", value: `${formatEuros(call.amountCents)} (${call.basis})` },
                { term: "À régler avant le", value: formatDay(call.dueOn) },
                { term: "Trop-perçu", value: call.balanceCents < 0 ? formatEuros(-call.balanceCents) : null },
              ]}
            />
            <CallHistory call={call} />
          </div>
        </Section>
      ))}
    </>
  );
}

function leadOf(calls: CallSheet[]): string {
  const owedCents = calls.reduce((sum, { balanceCents }) => sum + Math.max(0, balanceCents), 0);
  if (owedCents > 0) return `Il reste ${formatEuros(owedCents)} à régler.`;
  return calls.length > 0 ? "Vous êtes à jour. Merci." : "Rien ne vous est demandé pour l’instant.";
}
