import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { existsOffer } from "#lib/internships/offers/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDayShort, formatDays } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { noteRefusal, requireActor } from "#lib/platform/session";
import { inviteStudentAction } from "#lib/students/search/actions";
import { listFittingStudents } from "#lib/students/search/queries";

export const metadata: Metadata = { title: "Des étudiants à inviter" };

export default async function FittingStudentsPage({
  params,
  searchParams,
}: PageProps<"/espace/stages/[id]/etudiants">) {
  const { id } = await params;
  const found = await listFittingStudents(await requireActor(), id, requestTime());
  if (!found) {
    if (await existsOffer(id)) await noteRefusal("forbidden");
    notFound();
  }
  const { offer, students } = found;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Stages", href: paths.memberInternships },
              { label: "Candidatures", href: paths.receivedApplications(id) },
            ]}
            here="Étudiants"
          />
        }
        kicker={offer.title}
        title="Des étudiants à inviter"
        lead="Ils ont accepté d’être trouvés, et cette offre leur convient. Ils se nomment en candidatant ; d’ici là, vous leur écrivez par le portail, une fois."
      />
      <DoneNotice query={await searchParams} words={{ invitation: "L’invitation est partie." }} />
      <Section title="Par ordre d’affinité" layout="stacked">
        {students.length === 0 ? (
          <EmptyState title="Personne pour l’instant">
            <p>
              Aucun étudiant visible n’a le niveau et les dates de cette offre. Élargir la période en attire souvent.
            </p>
          </EmptyState>
        ) : (
          <BrickList>
            {students.map(
              ({ personId, firstName, diploma, availableFrom, availableTo, skills, place, reasons, invitedAt }) => (
                <BrickRow
                  key={personId}
                  title={firstName}
                  kicker={diploma}
                  aside={
                    invitedAt || offer.isClosed ? (
                      invitedAt && `invitation envoyée le ${formatDayShort(dayOf(invitedAt))}`
                    ) : (
                      <ButtonForm
                        action={inviteStudentAction}
                        id={`inviter-${personId}`}
                        fields={{ internshipId: id, studentId: personId }}
                        failure="L’invitation n’est pas partie"
                      >
                        Inviter {firstName} à candidater
                      </ButtonForm>
                    )
                  }
                >
                  <p>
                    {[availableFrom && availableTo && `libre ${formatDays(availableFrom, availableTo)}`, place]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                  <p className="offer-reasons">Parce que : {reasons.join(", ")}</p>
                  <TagList label="Ce qu’il ou elle sait faire" tags={skills.map((label) => ({ label }))} />
                </BrickRow>
              ),
            )}
          </BrickList>
        )}
      </Section>
    </>
  );
}
