import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RefusalForm } from "#components/internships/refusal-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findReviewedOffer, getRefusalTemplate, listRefusable } from "#lib/internships/applications/review/queries";
import { refusalFor } from "#lib/internships/applications/rules";
import { existsOffer } from "#lib/internships/offers/queries";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { noteRefusal, requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Répondre non" };

type Props = PageProps<"/espace/stages/[id]/candidatures/refuser">;

/** Nothing leaves from here but by its last button. */
export default async function RefusalPage({ params, searchParams }: Props) {
  const [actor, now] = [await requireActor(), requestTime()];
  const { id } = await params;
  const offer = await findReviewedOffer(actor, id, now);
  if (!offer) {
    if (await existsOffer(id)) await noteRefusal("forbidden");
    notFound();
  }
  const { c = [], vu } = await searchParams;
  const [chosen, template] = await Promise.all([
    listRefusable(actor, id, [c].flat().slice(0, 200), now),
    getRefusalTemplate(actor, offer.structure.id, now),
  ]);
  const [first] = chosen;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Stages", href: paths.memberInternships },
              { label: "Candidatures", href: paths.receivedApplications(id) },
            ]}
            here="Répondre non"
          />
        }
        kicker={offer.title}
        title={first ? `Répondre non à ${count(chosen.length, "étudiant")}` : "Personne à qui répondre"}
        lead={first && chosen.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(", ")}
      />
      {first ? (
        <>
          <Section
            title="Votre réponse"
            layout="stacked"
            intro="Elle est gardée pour la prochaine fois. {prénom}, {stage} et {entreprise} sont remplacés pour chacun."
          >
            <RefusalForm
              internshipId={id}
              applicationIds={chosen.map((application) => application.id)}
              text={template}
              isSeen={vu !== undefined}
            />
          </Section>
          {vu !== undefined && (
            <Section title={`Ce que ${first.firstName} recevra`} id="apercu" layout="stacked">
              <p className="letter">{refusalFor(template, first)}</p>
            </Section>
          )}
        </>
      ) : (
        <div className="sheet">
          <EmptyState
            title="Aucune candidature cochée n’attend de réponse"
            actions={<ButtonLink href={paths.receivedApplications(id)}>Revenir aux candidatures</ButtonLink>}
          />
        </div>
      )}
    </>
  );
}
