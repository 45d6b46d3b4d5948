import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OfferForm } from "#components/internships/offer-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findOwnOffer, listOfferChoices } from "#lib/internships/offers/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { formOf, TOWNS } from "../../offer-form-values.ts";

export const metadata: Metadata = { title: "Modifier l’offre" };

export default async function EditOfferPage({ params }: PageProps<"/espace/stages/[id]/modifier">) {
  const actor = await requireRight("publish", "Internship");
  const { id } = await params;
  const [offer, choices] = await Promise.all([findOwnOffer(actor, id, requestTime()), listOfferChoices(undefined)]);
  if (!offer) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Offres de stage", href: paths.memberInternships },
              { label: offer.title, href: paths.memberInternship(id) },
            ]}
            here="Modifier"
          />
        }
        title="Modifier l’offre"
      />
      <Section title="L’offre" id="formulaire">
        {offer.publishedAt && (
          <Notice kind="warning" title="Cette offre est publiée">
            <p>Ce que vous enregistrez ici paraît aussitôt.</p>
          </Notice>
        )}
        <OfferForm kept={formOf(offer)} choices={choices} towns={TOWNS} />
      </Section>
    </>
  );
}
