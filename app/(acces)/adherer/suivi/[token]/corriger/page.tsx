import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationForm } from "#components/membership/application-form";
import { ApplicationNotice } from "#components/membership/application-notice";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { getClub } from "#lib/club/queries";
import { findOwnApplication, listApplicationChoices } from "#lib/membership/applications/queries";
import { usualName } from "#lib/membership/applications/rules";
import { MOST_PEOPLE } from "#lib/membership/applications/schema";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = {
  title: "Corriger votre demande",
  robots: { index: false },
};

export default async function CorrectApplicationPage({ params }: PageProps<"/adherer/suivi/[token]/corriger">) {
  const { token } = await params;
  const application = await findOwnApplication(token);
  if (!application || application.closure) notFound();
  const [club, choices] = await Promise.all([getClub(), listApplicationChoices()]);
  const { people, skills, commissions, ownSkills, kind, description, motivation, legalName, postalCode, city } =
    application;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Votre demande", href: paths.applicationStatus(token) }]} here="Corriger" />
        }
        title={`Corriger la demande de ${usualName(application)}`}
        lead="Le comité directeur lira la version corrigée."
      />
      <div className="sheet section">
        <ApplicationForm
          choices={choices}
          mostPeople={MOST_PEOPLE}
          purpose={{ kind: "correction", token }}
          notice={<ApplicationNotice clubName={club.name} contactEmail={club.contactEmail} />}
          defaultValue={{
            kind,
            description,
            motivation,
            legalName,
            postalCode,
            city,
            people,
            siret: application.siret ?? "",
            tradeName: application.tradeName ?? "",
            address: application.address ?? "",
            website: application.website ?? "",
            phone: application.phone ?? "",
            skills: skills.map(({ slug }) => slug),
            commissions: commissions.map(({ slug }) => slug),
            ownSkills: ownSkills.join(", "),
          }}
        />
      </div>
    </>
  );
}
