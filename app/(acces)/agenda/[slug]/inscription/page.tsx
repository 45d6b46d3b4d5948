import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegistrationForm } from "#components/events/registration-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findRegistrationForm } from "#lib/events/registrations/queries";
import { standingOf } from "#lib/events/registrations/rules";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant, formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { openedToken } from "#lib/platform/human-form";
import { absolute, paths, signInPath } from "#lib/platform/paths";
import { currentActor } from "#lib/platform/session";

type Props = PageProps<"/agenda/[slug]/inscription">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: "S’inscrire", alternates: { canonical: absolute(paths.registrationForm(slug)) } };
}

export default async function RegistrationPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const [actor, now] = [await currentActor(), requestTime()];
  const event = (await findRegistrationForm(actor, slug, now)) ?? notFound();
  const { registrationOpening: opening, own, person, title } = event;
  const standing = standingOf(event, now);
  const isOpen = opening && (standing === "open" || standing === "full");
  const structure = actor.kind === "person" ? actor.actingFor : null;
  const free = opening ? opening.capacity - opening.taken : 0;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Agenda", href: paths.agenda },
              { label: title, href: paths.event(slug) },
            ]}
            here="Inscription"
          />
        }
        kicker="Inscription"
        title={title}
        {...(isOpen && standing === "open"
          ? { figures: [{ value: free, words: free > 1 ? "places libres" : "place libre" }] }
          : {})}
      />
      <Section title="Le rendez-vous">
        <DefinitionList
          items={[
            { term: "Quand", value: formatRange(event.startsAt, event.endsAt) },
            { term: "Où", value: event.place ?? "Lieu à préciser" },
            { term: "S’inscrire avant le", value: isOpen && formatInstant(opening.deadline) },
          ]}
        />
      </Section>
      {readParameter(await searchParams, "fait") === "a-confirmer" ? (
        <Section title="Il reste à confirmer">
          <Notice kind="success" title="Un message vous attend" isLive>
            <p>
              Ouvrez-le et confirmez que cette adresse est la vôtre : c’est à ce moment que votre place est retenue.
              Rien reçu dans cinq minutes ? Regardez parmi les indésirables, ou recommencez.
            </p>
          </Notice>
          <div className="actions">
            <ButtonLink kind="secondary" href={paths.event(slug)}>
              Revenir au rendez-vous
            </ButtonLink>
          </div>
        </Section>
      ) : own ? (
        <Section title="Vous êtes déjà sur la liste">
          <ButtonLink href={paths.registration(own)}>Voir mon inscription</ButtonLink>
        </Section>
      ) : isOpen ? (
        <Section
          title={standing === "full" ? "La liste d’attente" : "Votre inscription"}
          intro={
            person ? undefined : (
              <p>
                Sans compte. Adhérent ? <a href={signInPath(paths.registrationForm(slug))}>Connectez-vous</a> : votre
                place est retenue aussitôt
                {opening.guestsPerMember > 0 && `, et vous pouvez amener ${count(opening.guestsPerMember, "invité")}`}.
              </p>
            )
          }
        >
          {standing === "full" && (
            <div className="mb-6">
              <Notice title="Toutes les places sont prises">
                <p>
                  Inscrivez-vous tout de même : dès qu’une place se libère, elle va à la première personne qui attend.
                </p>
              </Notice>
            </div>
          )}
          <RegistrationForm
            event={slug}
            questions={opening.questions}
            mostGuests={structure?.isActive ? opening.guestsPerMember : 0}
            isFull={standing === "full"}
            person={person && { ...person, organization: structure?.name ?? "" }}
            opened={openedToken(now)}
            privacyHref={paths.privacy}
          />
        </Section>
      ) : (
        <Section title="Les inscriptions">
          <EmptyState
            title={CLOSED[standing] ?? CLOSED.not_open}
            actions={<ButtonLink href={paths.agenda}>Les autres rendez-vous</ButtonLink>}
          />
        </Section>
      )}
    </>
  );
}

const CLOSED: { not_open: string } & Record<string, string> = {
  not_open: "Les inscriptions ne sont pas ouvertes",
  closed: "La date limite d’inscription est passée",
  over: "Ce rendez-vous a déjà commencé",
  cancelled: "Ce rendez-vous est annulé",
};
