import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { OfferBody } from "#components/internships/offer-body";
import { BeginForm } from "#components/students/begin-form";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { findApplicationTo } from "#lib/internships/applications/queries";
import { findEndedInternship, findInternship } from "#lib/internships/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { findOwnProfile } from "#lib/students/queries";
import { profileForm } from "#lib/students/rules";

export const metadata: Metadata = { title: "Postuler" };

export default async function NewApplicationPage({ searchParams }: PageProps<"/espace/candidatures/nouvelle">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const slug = readParameter(await searchParams, "offre") ?? "";
  const begun = await findApplicationTo(actor, slug, now);
  if (begun) redirect(paths.ownApplication(begun));
  const offer = await findInternship(actor, slug, now);
  if (!offer) {
    if (!(await findEndedInternship(slug, now))) notFound();
    return (
      <>
        <PageHeader kicker="Stages" title="Cette offre n’est plus ouverte" />
        <div className="sheet">
          <EmptyState
            title="Trop tard pour celle-ci"
            actions={<ButtonLink href={paths.internships}>Voir les offres ouvertes</ButtonLink>}
          >
            <p>Sa date limite est passée, ou ses places sont prises.</p>
          </EmptyState>
        </div>
      </>
    );
  }
  const profile = await findOwnProfile(actor, now);
  return (
    <>
      <PageHeader
        kicker={`Candidature chez ${offer.structure.name}`}
        title={offer.title}
        lead={`Réponse promise au plus tard le ${formatDay(dayOfColumn(offer.answerBy))}. Rien ne part avant que vous ayez relu.`}
      />
      <div className="sheet">
        <Reveal label="Relire l’offre">
          <OfferBody offer={offer} />
        </Reveal>
      </div>
      <Section
        title="Vous et ce stage"
        layout="stacked"
        intro="Ce que l’entreprise lira de vous. La prochaine fois, ce sera déjà rempli."
      >
        <BeginForm offer={slug} profile={profileForm(profile)} />
      </Section>
    </>
  );
}
