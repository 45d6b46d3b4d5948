import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FeeRulesForm } from "#components/dues/fee-rules-form";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { spacedIban } from "#lib/dues/rules";
import { getFeeRules } from "#lib/dues/schedule/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Réglages des cotisations" };

export default async function FeeRulesPage({ searchParams }: PageProps<"/comite/cotisations/reglages">) {
  const [actor, now] = [await requireActor(), requestTime()];
  if (!can(actor, "update", "FeeRate", now)) notFound();
  const rules = await getFeeRules(actor, now);
  return (
    <>
      <PageHeader
        kicker="Trésorerie"
        title="Réglages des cotisations"
        lead="Ils valent pour les prochains appels ; ceux qui sont partis gardent leur montant et leur échéance."
      >
        {readParameter(await searchParams, "fait") && (
          <Notice kind="success" isLive>
            <p>Les réglages sont enregistrés.</p>
          </Notice>
        )}
      </PageHeader>
      <Section title="Règles et documents">
        <FeeRulesForm
          values={{
            firstMonth: String(rules.firstMonth),
            proRata: rules.proRata,
            dueInDays: String(rules.dueInDays),
            reminderDays: rules.reminderDays.join(", "),
            lapseAfterDays: String(rules.lapseAfterDays),
            vatMention: rules.vatMention ?? "",
            iban: rules.iban ? spacedIban(rules.iban) : "",
            chequePayableTo: rules.chequePayableTo ?? "",
          }}
        />
      </Section>
    </>
  );
}
