import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CancelEventForm } from "#components/events/cancel-event-form";
import { EventForm } from "#components/events/event-form";
import { OpeningForm } from "#components/events/opening-form";
import { QuestionsForm } from "#components/events/questions-form";
import { RegistrantTable } from "#components/events/registrant-table";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Reveal } from "#components/ui/reveal";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { findHosted, type HostedEvent } from "#lib/events/hosting/queries";
import { countRegistrants, listRegistrants } from "#lib/events/registrations/desk/queries";
import { readRegistrantAddress, registrantsHref } from "#lib/events/registrations/desk/schema";
import { STATE_LABELS } from "#lib/events/registrations/labels";
import type { Query } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatRange, toParis } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import type { PersonActor } from "#lib/policy/actor";

export const metadata: Metadata = { title: "Un événement" };

const PER_PAGE = 50;

const DONE: Record<string, string> = {
  annonce: "Le rendez-vous est dans l’agenda public. Ouvrez maintenant les inscriptions.",
  change: "C’est enregistré. Si la date ou le lieu a changé, les inscrits sont prévenus.",
  annule: "Le rendez-vous est annulé : les inscrits sont prévenus.",
  ouvert: "C’est enregistré : la page publique le dit.",
  questions: "Les questions sont enregistrées.",
  retire: "Sa place est libre, et cette personne est prévenue.",
};

export default async function HostedEventPage({ params, searchParams }: PageProps<"/espace/evenements/[slug]">) {
  const { slug } = await params;
  const [actor, now] = [await requireRight("host", "Event"), requestTime()];
  const [event, query] = [(await findHosted(actor, slug, now)) ?? notFound(), await searchParams];
  const { registrationOpening: opening, cancellation, startsAt, endsAt } = event;
  const isComing = startsAt > now && !cancellation;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Événements", href: paths.hostedEvents }]} here={event.title} />}
        title={event.title}
        lead={formatRange(startsAt, endsAt)}
        {...(opening ? { figures: [{ value: `${opening.taken} / ${opening.capacity}`, words: "places prises" }] } : {})}
      >
        <div className="actions">
          {opening && <ButtonLink href={paths.signInSheet(slug)}>Liste d’émargement</ButtonLink>}
          <ButtonLink kind="secondary" href={paths.event(slug)}>
            Page publique
          </ButtonLink>
        </div>
      </PageHeader>
      <DoneNotice query={query} words={DONE} />
      {cancellation && (
        <Section title="Annulé">
          <Notice kind="warning" title="Ce rendez-vous est annulé">
            <p>{cancellation.reason}</p>
          </Notice>
        </Section>
      )}
      {opening && <Registrants actor={actor} event={event} query={query} />}
      {isComing && (
        <Section
          title={opening ? "Places et date limite" : "Ouvrir les inscriptions"}
          id="ouverture"
          {...(opening
            ? {}
            : {
                intro:
                  "Sans compte, avec liste d’attente : le portail confirme, rappelle la veille et fait monter la liste.",
              })}
        >
          <OpeningForm eventId={event.id} now={openingOf(event)} isOpen={opening !== null} />
        </Section>
      )}
      {opening && <Questions event={event} isComing={isComing} />}
      {isComing && event.kind === "club_event" && (
        <Section title="Changer" id="changer-le-rendez-vous">
          <Reveal label="Changer le texte, la date ou le lieu">
            <EventForm purpose={{ kind: "change", eventId: event.id, now: presentOf(event) }} />
          </Reveal>
          <Reveal label="Annuler le rendez-vous">
            <CancelEventForm eventId={event.id} />
          </Reveal>
        </Section>
      )}
    </>
  );
}

async function Registrants({ actor, event, query }: { actor: PersonActor; event: HostedEvent; query: Query }) {
  const now = requestTime();
  const { slug, registrationOpening: opening } = event;
  const { filter, page } = readRegistrantAddress(query);
  const [{ items, total }, counts] = await Promise.all([
    listRegistrants(actor, slug, filter, { page, perPage: PER_PAGE }, now),
    countRegistrants(actor, slug, now),
  ]);
  const states = ["registered", "waiting", "unconfirmed", "withdrawn"] as const;
  return (
    <Section
      title="Inscrits"
      id="inscrits"
      layout="stacked"
      intro={`${count(counts.registered.people, "inscrit")} et ${count(counts.registered.guests, "invité")}, ${count(counts.waiting.people, "personne")} en attente, ${count(counts.present, "présent")}.`}
      more={{ href: registrantsHref(slug, filter, 1, paths.registrantsCsv(slug)), label: "Cette liste en CSV" }}
    >
      <SearchForm
        action={paths.hostedEvent(slug)}
        label="Nom, adresse ou structure"
        {...(filter.q ? { defaultValue: filter.q } : {})}
        kept={filter.state ? [{ name: "etat", value: filter.state }] : []}
      />
      <FilterList
        title="État"
        options={states.map((state) => ({
          key: state,
          label: STATE_LABELS[state],
          count: counts[state].people,
          href: registrantsHref(slug, { ...filter, state }),
          isCurrent: filter.state === state,
        }))}
        {...(filter.state ? { clearHref: registrantsHref(slug, { ...filter, state: undefined }) } : {})}
      />
      {items.length === 0 ? (
        <EmptyState title={filter.q || filter.state ? "Personne ne correspond" : "Personne encore"} />
      ) : (
        <RegistrantTable
          rows={items}
          questions={opening?.questions ?? []}
          next={registrantsHref(slug, filter, page)}
          canRelease={event.startsAt > now && !event.cancellation}
        />
      )}
      <Pages page={page} total={total} perPage={PER_PAGE} href={(number) => registrantsHref(slug, filter, number)} />
      <p className="measure mt-6">
        Après le rendez-vous, qui est pointé présent pour une structure qui n’est pas adhérente reçoit un message, un
        seul, avec une demande d’adhésion déjà remplie.
      </p>
    </Section>
  );
}

function Questions({ event, isComing }: { event: HostedEvent; isComing: boolean }) {
  const questions = event.registrationOpening?.questions ?? [];
  const isAnswered = questions.some(({ _count }) => _count.answers > 0);
  if (isComing && !isAnswered) {
    return (
      <Section
        title="Questions"
        id="questions-posees"
        intro="Posées à l’inscription. Elles se figent à la première réponse."
      >
        <QuestionsForm
          eventId={event.id}
          questions={questions.map(({ label, kind, options, isRequired }) => ({
            label,
            kind,
            options: options.join("\n"),
            isRequired: isRequired ? "on" : "",
          }))}
        />
      </Section>
    );
  }
  if (questions.length === 0) return null;
  return (
    <Section title="Questions" intro="On y a déjà répondu : elles ne changent plus.">
      <DefinitionList
        items={questions.map(({ label, _count }) => ({ term: label, value: count(_count.answers, "réponse") }))}
      />
    </Section>
  );
}

function openingOf({ startsAt, registrationOpening: opening }: HostedEvent) {
  const deadline = opening?.deadline ?? new Date(startsAt.getTime() - 86_400_000);
  return {
    capacity: String(opening?.capacity ?? 50),
    deadlineDay: dayOf(deadline),
    deadlineTime: wall(deadline),
    guestsPerMember: String(opening?.guestsPerMember ?? 0),
  };
}

function presentOf({ title, description, place, startsAt, endsAt }: HostedEvent) {
  return { title, description, place: place ?? "", day: dayOf(startsAt), from: wall(startsAt), to: wall(endsAt) };
}

function wall(instant: Date): string {
  return toParis(instant).toPlainTime().toString({ smallestUnit: "minute" });
}
