import type { Metadata } from "next";
import { AlertForm } from "#components/internships/alert-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { alertInWords } from "#lib/internships/alerts/queries";
import { offersHref, readOfferAddress, searchOf } from "#lib/internships/search/schema";
import { requestTime } from "#lib/platform/clock";
import { openedToken } from "#lib/platform/human-form";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Alerte de stages", robots: { index: false } };

export default async function NewAlertPage({ searchParams }: PageProps<"/alertes/nouvelle">) {
  const { filter } = readOfferAddress(await searchParams);
  const criteria = await alertInWords(filter);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Stages", href: paths.internships }]} here="Alerte" />}
        kicker="Sans compte"
        title="Être prévenu des prochaines offres"
        lead="Un message le matin, seulement quand une offre nouvelle répond à votre recherche."
      />
      <Section title="Votre recherche" id="recherche">
        {criteria.length > 0 ? (
          <TagList label="Critères" tags={criteria.map((label) => ({ label }))} />
        ) : (
          <p>Toutes les offres de stage du club.</p>
        )}
        <p className="mt-4">
          <a href={offersHref(filter)}>Changer la recherche</a>
        </p>
      </Section>
      <Section title="Votre adresse" id="adresse">
        <AlertForm search={searchOf(filter)} opened={openedToken(requestTime())} privacyHref={paths.privacy} />
      </Section>
    </>
  );
}
