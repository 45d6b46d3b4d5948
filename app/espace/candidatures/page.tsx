import type { Metadata } from "next";
import { ApplicationRow } from "#components/students/application-row";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listOwnApplications } from "#lib/internships/applications/queries";
import { isOpen } from "#lib/internships/applications/rules";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Mes candidatures" };

export default async function OwnApplicationsPage({ searchParams }: PageProps<"/espace/candidatures">) {
  const applications = await listOwnApplications(await requireActor(), requestTime());
  const current = applications.filter(({ state }) => isOpen(state) || state === "draft");
  const over = applications.filter(({ state }) => !isOpen(state) && state !== "draft");
  return (
    <>
      <PageHeader kicker="Étudiant" title="Mes candidatures" />
      <DoneNotice query={await searchParams} words={{ jete: "Le brouillon est jeté." }} />
      <Section title="En cours" layout="stacked">
        {current.length === 0 ? (
          <EmptyState
            title="Aucune candidature en cours"
            actions={<ButtonLink href={paths.internships}>Chercher un stage</ButtonLink>}
          >
            <p>Chaque offre du club promet une date de réponse.</p>
          </EmptyState>
        ) : (
          <BrickList>
            {current.map((application) => (
              <ApplicationRow key={application.id} application={application} />
            ))}
          </BrickList>
        )}
      </Section>
      {over.length > 0 && (
        <Section
          title="Terminées"
          layout="stacked"
          intro="Effacées trois mois après leur fin, ou deux ans si vous l’avez choisi."
        >
          <BrickList>
            {over.map((application) => (
              <ApplicationRow key={application.id} application={application} />
            ))}
          </BrickList>
        </Section>
      )}
    </>
  );
}
