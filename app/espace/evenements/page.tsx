import type { Metadata } from "next";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { DateBlock } from "#components/ui/date-block";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listHosted } from "#lib/events/hosting/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Événements" };

export default async function HostedEventsPage() {
  const [actor, now] = [await requireRight("host", "Event"), requestTime()];
  const [coming, past] = await Promise.all([listHosted(actor, "coming", now), listHosted(actor, "past", now)]);
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Événements"
        lead="Ce que le club ouvre à tous : annoncez, prenez les inscriptions, accueillez."
      >
        <div className="actions">
          <ButtonLink href={paths.newEvent}>Annoncer un rendez-vous</ButtonLink>
        </div>
      </PageHeader>
      <Section title="À venir">
        {coming.length === 0 ? (
          <EmptyState title="Rien d’annoncé" actions={<a href={paths.newEvent}>Annoncer un rendez-vous</a>} />
        ) : (
          <Rows events={coming} />
        )}
      </Section>
      {past.length > 0 && (
        <Section title="Passés">
          <Rows events={past} />
        </Section>
      )}
    </>
  );
}

function Rows({ events }: { events: Awaited<ReturnType<typeof listHosted>> }) {
  return (
    <BrickList>
      {events.map(({ slug, title, startsAt, endsAt, place, cancellation, registrationOpening: opening }) => (
        <BrickRow
          key={slug}
          title={cancellation ? <del>{title}</del> : title}
          href={paths.hostedEvent(slug)}
          lead={<DateBlock day={dayOf(startsAt)} />}
          kicker={place ?? "Lieu à préciser"}
          aside={
            cancellation ? (
              <p className="font-bold text-brique">Annulé</p>
            ) : (
              <p>{opening ? `${opening.taken} / ${opening.capacity} places prises` : "Sans inscription"}</p>
            )
          }
        >
          <p>{formatRange(startsAt, endsAt)}</p>
        </BrickRow>
      ))}
    </BrickList>
  );
}
