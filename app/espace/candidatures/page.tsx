import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
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
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { sayFoundElsewhereAction } from "#lib/students/actions";
import { findOwnProfile } from "#lib/students/queries";

export const metadata: Metadata = { title: "Mes candidatures" };

const DONE = {
  jete: "Le brouillon est jeté.",
  trouve: "Bravo, c’est noté. Plus aucune relance ne partira\u202f; retirez les candidatures qui attendent encore.",
  cherche: "C’est noté\u202f: vous cherchez encore.",
};

export default async function OwnApplicationsPage({ searchParams }: PageProps<"/espace/candidatures">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const [applications, profile] = await Promise.all([listOwnApplications(actor, now), findOwnProfile(actor, now)]);
  const current = applications.filter(({ state }) => isOpen(state) || state === "draft");
  const over = applications.filter(({ state }) => !isOpen(state) && state !== "draft");
  return (
    <>
      <PageHeader kicker="Étudiant" title="Mes candidatures" />
      <DoneNotice query={await searchParams} words={DONE} />
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
      {profile && !applications.some(({ state }) => state === "accepted") && (
        <Section title={"Trouvé ailleurs\u202f?"} id="ailleurs" layout="stacked">
          <p className="measure">
            {profile.foundElsewhereAt
              ? `Il est noté depuis le ${formatDay(dayOf(profile.foundElsewhereAt))} que vous avez un stage hors du club.`
              : `Dites-le\u202f: ${profile.school ? `${profile.school.name} le saura, et ` : ""}les entreprises ne vous chercheront plus.`}
          </p>
          <ButtonForm
            action={sayFoundElsewhereAction}
            id="ailleurs-dit"
            fields={{ isElsewhere: String(!profile.foundElsewhereAt) }}
          >
            {profile.foundElsewhereAt ? "Je cherche encore" : "J’ai trouvé un stage ailleurs"}
          </ButtonForm>
        </Section>
      )}
    </>
  );
}
