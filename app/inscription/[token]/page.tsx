import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CalendarHelp } from "#components/events/calendar-help";
import { ButtonForm } from "#components/forms/button-form";
import { QrCode } from "#components/people/qr-code";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { confirmRegistrationAction, withdrawRegistrationAction } from "#lib/events/registrations/actions";
import { findOwnRegistration } from "#lib/events/registrations/queries";
import { LINKS } from "#lib/events/registrations/rules";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { signedToken } from "#lib/platform/tokens";

export const metadata: Metadata = { title: "Mon inscription", robots: { index: false } };

type Own = NonNullable<Awaited<ReturnType<typeof findOwnRegistration>>>;

/** Whoever registered sees where they stand. Reading changes nothing: mail scanners open links too. */
export default async function OwnRegistrationPage({ params, searchParams }: PageProps<"/inscription/[token]">) {
  const { token } = await params;
  const registration = (await findOwnRegistration(token)) ?? notFound();
  const { event, firstName, lastName, email, organization, guests, answers } = registration;
  return (
    <>
      <PageHeader kicker={`Inscription de ${firstName} ${lastName}`} title={event.title} />
      <DoneNotice
        query={await searchParams}
        words={{ inscrit: "C’est noté : un message vient de partir à votre adresse.", retire: "C’est noté, merci." }}
      />
      <Section title={headingOf(registration)} id="etat">
        <Standing registration={registration} token={token} />
      </Section>
      <Section title="Le rendez-vous">
        <DefinitionList
          items={[
            { term: "Quand", value: formatRange(event.startsAt, event.endsAt) },
            { term: "Où", value: event.place ?? "Lieu à préciser" },
            { term: "Adresse e-mail", value: email },
            { term: "Pour", value: organization },
            { term: "Avec vous", value: guests > 0 && count(guests, "invité") },
            ...answers.map(({ value, question }) => ({ term: question.label, value })),
          ]}
        />
        <p className="mt-6">
          <a href={paths.event(event.slug)}>La page du rendez-vous</a>
        </p>
      </Section>
    </>
  );
}

function headingOf({ state, event }: Own): string {
  if (event.cancellation) return "Rendez-vous annulé";
  return {
    unconfirmed: "Il reste à confirmer",
    registered: "Votre place est retenue",
    waiting: "Vous êtes sur la liste d’attente",
    withdrawn: "Inscription retirée",
  }[state];
}

function Standing({ registration: { id, state, event, ahead }, token }: { registration: Own; token: string }) {
  if (event.cancellation) {
    return (
      <Notice kind="warning" title="Ce rendez-vous n’aura pas lieu">
        <p>{event.cancellation.reason}</p>
      </Notice>
    );
  }
  if (event.startsAt <= requestTime()) return <p>Ce rendez-vous a commencé : cette page ne fait plus rien.</p>;
  if (state === "unconfirmed") {
    return (
      <>
        <p className="measure mb-4">Confirmez que cette adresse est la vôtre : votre place est retenue à ce moment.</p>
        <ButtonForm action={confirmRegistrationAction} id="confirmer" fields={{ token }} kind="primary">
          Confirmer mon inscription
        </ButtonForm>
      </>
    );
  }
  if (state === "withdrawn") {
    return (
      <>
        <p className="measure mb-4">Votre place est libre pour quelqu’un d’autre. Vous avez changé d’avis ?</p>
        <ButtonLink kind="secondary" href={paths.registrationForm(event.slug)}>
          M’inscrire de nouveau
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      {state === "registered" ? (
        <div className="entry-pass">
          <QrCode
            text={absolute(paths.presenceCode(signedToken(LINKS.presence, id)))}
            label="Code à montrer à l’entrée"
          />
          <div>
            <p className="measure mb-4">Montrez ce code à l’entrée, sur votre téléphone ou imprimé.</p>
            <CalendarHelp
              href={paths.eventCalendar(event.slug)}
              label="Ajouter à mon agenda (.ics)"
              isSubscription={false}
            />
          </div>
        </div>
      ) : (
        <p className="measure mb-4">
          {ahead === 0
            ? "Vous êtes la première personne à attendre."
            : `${count(ahead, "personne")} attendent avant vous.`}{" "}
          Dès qu’une place se libère pour vous, elle vous est donnée et nous vous écrivons.
        </p>
      )}
      <Reveal label="Je ne peux plus venir">
        <p className="measure">Votre place ira aussitôt à quelqu’un qui attend.</p>
        <ButtonForm action={withdrawRegistrationAction} id="retirer" fields={{ token }}>
          Retirer mon inscription
        </ButtonForm>
      </Reveal>
    </>
  );
}
