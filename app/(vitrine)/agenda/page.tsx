import type { Metadata } from "next";
import { CalendarHelp } from "#components/events/calendar-help";
import { EventRow } from "#components/events/event-row";
import { JsonLd } from "#components/seo/json-ld";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { countAgenda, type EventView, listEvents } from "#lib/events/queries";
import { type AgendaAddress, agendaHref, EVENTS_PER_PAGE, readAgendaAddress } from "#lib/events/schema";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatMonth } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement } from "#lib/seo/json-ld";

export const metadata: Metadata = {
  title: "Agenda",
  description:
    "Les rendez-vous du club TacTic dans l’Artois : réunions de commission, ateliers, conférences, lancement.",
  alternates: { canonical: absolute(paths.agenda) },
};

export default async function AgendaPage({ searchParams }: PageProps<"/agenda">) {
  const address = readAgendaAddress(await searchParams);
  const period = address.isPast ? "past" : "coming";
  const [items, { total, commissions }] = await Promise.all([
    listEvents(
      visitor,
      { commission: address.commission, period },
      { skip: (address.page - 1) * EVENTS_PER_PAGE, limit: EVENTS_PER_PAGE },
      requestTime(),
    ),
    countAgenda(period, requestTime()),
  ]);
  const matching = address.commission
    ? (commissions.find(({ slug }) => slug === address.commission)?.count ?? 0)
    : total;
  return (
    <>
      <JsonLd statements={[breadcrumbStatement([{ name: "Agenda", path: paths.agenda }])]} />
      <PageHeader
        kicker={address.isPast ? "Ce qui a eu lieu" : "Ce qui vient"}
        title="Agenda"
        lead="Les réunions de commission sont celles des adhérents ; les ateliers et les conférences sont ouverts à tous."
      />
      <div className="sheet grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 py-10 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <aside className="order-2 flex flex-col gap-8 lg:order-1" aria-label="Filtres et calendriers">
          <h2 className="sr-only">Affiner</h2>
          <FilterList
            title="Période"
            options={[
              {
                key: "coming",
                label: "À venir",
                href: agendaHref({ ...address, isPast: false, page: 1 }),
                isCurrent: !address.isPast,
              },
              {
                key: "past",
                label: "Passés",
                href: agendaHref({ ...address, isPast: true, page: 1 }),
                isCurrent: address.isPast,
              },
            ]}
          />
          <FilterList
            title="Commission"
            clearHref={address.commission ? agendaHref({ ...address, commission: undefined, page: 1 }) : undefined}
            options={commissions.map(({ slug, name, count: number }) => ({
              key: slug,
              label: name,
              count: number,
              href: agendaHref({ ...address, commission: slug, page: 1 }),
              isCurrent: address.commission === slug,
            }))}
          />
          <CalendarHelp href={paths.agendaCalendar} label="Tout l’agenda dans le vôtre (.ics)" />
          <p>
            <a href={paths.agendaCsv}>Télécharger la liste (CSV)</a>
          </p>
        </aside>
        <Dates items={items} total={matching} address={address} />
      </div>
    </>
  );
}

function Dates({ items, total, address }: { items: EventView[]; total: number; address: AgendaAddress }) {
  if (items.length === 0) {
    return (
      <EmptyState
        title={address.isPast ? "Aucune date passée ici" : "Aucune date n’est fixée ici"}
        actions={<ButtonLink href={paths.agenda}>Voir tout l’agenda</ButtonLink>}
      >
        <p>Abonnez-vous au calendrier : les prochaines dates y paraîtront d’elles-mêmes.</p>
      </EmptyState>
    );
  }
  return (
    <div className="order-1 min-w-0 lg:order-2" id="resultats">
      <h2 className="mb-4 text-xl">{count(total, "rendez-vous", "rendez-vous")}</h2>
      {[...Map.groupBy(items, ({ startsAt }) => formatMonth(dayOf(startsAt)))].map(([month, events]) => (
        <section key={month} className="mb-10">
          <h3 className="mb-2 border-charbon border-t-3 pt-2 text-lg first-letter:uppercase">{month}</h3>
          <BrickList>
            {events.map(({ cancellation, ...event }) => (
              <EventRow key={event.slug} event={{ ...event, isCancelled: cancellation !== null }} />
            ))}
          </BrickList>
        </section>
      ))}
      <Pages
        page={address.page}
        total={total}
        perPage={EVENTS_PER_PAGE}
        href={(page) => agendaHref({ ...address, page })}
      />
    </div>
  );
}
