import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TenderForm } from "#components/tenders/tender-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { findTenderToEdit, listSkillChoices } from "#lib/tenders/queries";

export const metadata: Metadata = { title: "Corriger un avis" };

export default async function EditTenderPage({ params }: PageProps<"/espace/appels-d-offres/[id]/modifier">) {
  const actor = await requireRight("update", "Tender");
  const now = requestTime();
  const { id } = await params;
  const [kept, commissions] = await Promise.all([findTenderToEdit(actor, id, now), listSkillChoices(actor, now)]);
  if (!kept) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Appels d’offres", href: paths.tenders },
              { label: "L’avis", href: paths.tender(id) },
            ]}
            here="Corriger"
          />
        }
        kicker={kept.buyer}
        title="Corriger l’avis"
        lead="Si l’échéance change, ceux qui ont levé la main en sont prévenus et l’ancienne reste dans l’historique."
      />
      <Section title="L’avis" layout="stacked">
        <TenderForm id={id} kept={kept} commissions={commissions} />
      </Section>
    </>
  );
}
