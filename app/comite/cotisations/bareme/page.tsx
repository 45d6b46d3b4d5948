import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RateForm } from "#components/dues/rate-form";
import { WithdrawRateForm } from "#components/dues/withdraw-rate-form";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { HEADCOUNT_LABELS } from "#lib/dues/labels";
import { daysOfYear, membershipYearOf } from "#lib/dues/rules";
import { getFeeRules, listRates, type RateView } from "#lib/dues/schedule/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { formatEuros } from "#lib/platform/french";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";
import { KIND_LABELS } from "#lib/structures/labels";

export const metadata: Metadata = { title: "Barème des cotisations" };

export default async function SchedulePage() {
  const [actor, now] = [await requireActor(), requestTime()];
  if (!can(actor, "update", "FeeRate", now)) notFound();
  const [rates, { firstMonth }] = [await listRates(actor, now), await getFeeRules(actor, now)];
  const { first } = daysOfYear(membershipYearOf(dayOf(now), firstMonth), firstMonth);
  return (
    <>
      <PageHeader
        kicker="Trésorerie"
        title="Barème des cotisations"
        lead="Pour chaque adhérent, la ligne la plus précise s’applique ; de plusieurs, la plus récente à la date où commence l’année d’adhésion."
      />
      <Section title="Lignes" layout="stacked">
        {rates.length === 0 ? (
          <EmptyState title="Le barème est vide">
            <p>Sans ligne, aucun appel ne peut partir. Une seule, pour tous, suffit pour commencer.</p>
          </EmptyState>
        ) : (
          <DataTable
            caption="Barème, les lignes récentes d’abord"
            rows={rates}
            rowKey={(rate) => rate.id}
            columns={[
              { label: "À partir du", cell: (rate) => formatDay(rate.validFrom) },
              { label: "Type", cell: (rate) => (rate.kind ? KIND_LABELS[rate.kind] : "Tous") },
              { label: "Effectif", cell: (rate) => (rate.headcount ? HEADCOUNT_LABELS[rate.headcount] : "Tous") },
              { label: "Montant", isNumeric: true, cell: (rate) => formatEuros(rate.amountCents) },
              { label: "Note", cell: (rate) => rate.note },
              { label: "Action", cell: (rate) => <WithdrawRateForm id={rate.id} words={inWords(rate)} /> },
            ]}
          />
        )}
      </Section>
      <Section title="Ajouter une ligne">
        <RateForm validFrom={first} />
      </Section>
    </>
  );
}

function inWords({ kind, validFrom, amountCents }: RateView): string {
  return `la ligne du ${formatDay(validFrom)}, ${kind ? KIND_LABELS[kind] : "tous"}, ${formatEuros(amountCents)}`;
}
