import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AlertsForm } from "#components/tenders/alerts-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { findAlerts } from "#lib/tenders/alerts/queries";
import { listSkillChoices } from "#lib/tenders/queries";

export const metadata: Metadata = { title: "Mes alertes d’appels d’offres" };

export default async function TenderAlertsPage({ searchParams }: PageProps<"/espace/appels-d-offres/alertes">) {
  const actor = await requireRight("read", "TenderAlert");
  const now = requestTime();
  const [kept, commissions] = await Promise.all([findAlerts(actor, now), listSkillChoices(actor, now)]);
  if (!kept) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Appels d’offres", href: paths.tenders }]} here="Mes alertes" />}
        kicker="Répondre ensemble"
        title="Mes alertes"
        lead="Les nouveaux avis qui vous concernent, dans votre espace et dans votre résumé."
      />
      <DoneNotice
        query={await searchParams}
        words={{ garde: "Vos choix sont enregistrés\u202f: ils valent dès le prochain avis." }}
      />
      <Section title="Me prévenir de" more={{ href: paths.notices, label: "Choisir le rythme de mon résumé" }}>
        <AlertsForm kept={kept} commissions={commissions} />
      </Section>
    </>
  );
}
