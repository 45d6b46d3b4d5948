import type { Metadata } from "next";
import { TenderForm } from "#components/tenders/tender-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { listSkillChoices } from "#lib/tenders/queries";

export const metadata: Metadata = { title: "Signaler un appel d’offres" };

export default async function NewTenderPage() {
  const actor = await requireRight("publish", "Tender");
  const commissions = await listSkillChoices(actor, requestTime());
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Appels d’offres", href: paths.tenders }]} here="Nouveau" />}
        kicker="Répondre ensemble"
        title="Signaler un appel d’offres"
        lead="Tous les adhérents le verront. Ceux dont une compétence est demandée en seront prévenus."
      />
      <Section title="L’avis" layout="stacked">
        <TenderForm commissions={commissions} />
      </Section>
    </>
  );
}
