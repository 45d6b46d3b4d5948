import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { CalendarHelp } from "#components/events/calendar-help";
import { RegistrationNotice } from "#components/events/registration-notice";
import { JsonLd } from "#components/seo/json-ld";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { CommissionLabel } from "#components/ui/commission-label";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { type EventView, findEvent, findRenamedEvent } from "#lib/events/queries";
import { findOpening } from "#lib/events/registrations/queries";
import { standingOf } from "#lib/events/registrations/rules";
import { findPublicMinutes } from "#lib/meetings/minutes/archive/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay, formatRange } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement, eventStatement } from "#lib/seo/json-ld";

type Props = PageProps<"/agenda/[slug]">;

async function load({ params }: Props): Promise<EventView> {
  const { slug } = await params;
  const event = await findEvent(visitor, slug, requestTime());
  if (event) return event;
  const renamed = await findRenamedEvent(visitor, slug, requestTime());
  if (renamed) permanentRedirect(paths.event(renamed));
  notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, title, startsAt, endsAt, place } = await load(props);
  return {
    title: `${title} – Agenda`,
    description: `${formatRange(startsAt, endsAt)}, ${place ?? "lieu à préciser"}.`,
    alternates: { canonical: absolute(paths.event(slug)) },
  };
}

export default async function EventPage(props: Props) {
  const event = await load(props);
  const { slug, kind, title, description, startsAt, endsAt, place, commission, cancellation } = event;
  const opening = await findOpening(slug, requestTime());
  const minutes = kind === "commission_meeting" ? await findPublicMinutes(slug, requestTime()) : null;
  return (
    <>
      <JsonLd
        statements={[
          eventStatement(event),
          breadcrumbStatement([
            { name: "Agenda", path: paths.agenda },
            { name: title, path: paths.event(slug) },
          ]),
        ]}
      />
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Agenda", href: paths.agenda }]} here={title} />}
        kicker={formatDay(dayOf(startsAt))}
        title={title}
      >
        {commission && (
          <CommissionLabel slug={commission.slug} name={commission.name} href={paths.commission(commission.slug)} />
        )}
      </PageHeader>
      <Section title="En pratique" id="pratique">
        {cancellation && (
          <Notice kind="warning" title="Ce rendez-vous est annulé">
            {cancellation.reason && <p>{cancellation.reason}</p>}
          </Notice>
        )}
        <DefinitionList
          items={[
            { term: "Quand", value: formatRange(startsAt, endsAt) },
            { term: "Où", value: place ?? "Lieu à préciser" },
            {
              term: "Pour qui",
              value: kind === "commission_meeting" && !opening ? "Réunion réservée aux adhérents" : "Ouvert à tous",
            },
            {
              term: "Compte rendu",
              value: minutes && <a href={paths.publicMinutes(slug)}>ce que la commission en rend public</a>,
            },
          ]}
        />
        {opening && (
          <RegistrationNotice
            slug={slug}
            opening={opening}
            standing={standingOf({ ...event, registrationOpening: opening }, requestTime())}
          />
        )}
        {!cancellation && endsAt > requestTime() && (
          <div className="mt-6">
            <CalendarHelp href={paths.eventCalendar(slug)} label="Ajouter à mon agenda (.ics)" isSubscription={false} />
          </div>
        )}
      </Section>
      {description && (
        <Section title="Présentation" id="presentation">
          <Paragraphs text={description} />
        </Section>
      )}
    </>
  );
}
