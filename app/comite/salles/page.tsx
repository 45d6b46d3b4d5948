import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { RoomForm } from "#components/rooms/room-form";
import { VenueForm } from "#components/rooms/venue-form";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { requireActor } from "#lib/platform/session";
import { BOOKING_STATE_LABELS } from "#lib/rooms/labels";
import { retireRoomAction } from "#lib/rooms/venues/actions";
import { listVenues } from "#lib/rooms/venues/queries";

export const metadata: Metadata = { title: "Salles" };

const DONE: Record<string, string> = {
  lieu: "Le lieu est enregistré.",
  salle: "La salle est enregistrée.",
  retrait: "La salle n’est plus prêtée\u202f; ses réunions passées restent.",
};

type Venue = Awaited<ReturnType<typeof listVenues>>[number];

export default async function RoomsPage({ searchParams }: PageProps<"/comite/salles">) {
  const venues = await listVenues(await requireActor(), requestTime());
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Les salles"
        lead="Qui les prête répond aux demandes d’un clic, sans compte."
      />
      <DoneNotice query={await searchParams} words={DONE} />
      {venues.map((venue) => (
        <Section
          key={venue.id}
          title={venue.name}
          layout="stacked"
          intro={venue.keeperEmail ? `Demandes envoyées à ${venue.keeperName ?? venue.keeperEmail}.` : "Sans demande."}
        >
          <BrickList label={`Salles de ${venue.name}`}>
            {venue.rooms.map((room) => (
              <Room key={room.id} venueId={venue.id} room={room} />
            ))}
          </BrickList>
          <details>
            <summary>Ajouter une salle</summary>
            <RoomForm venueId={venue.id} />
          </details>
          <details>
            <summary>Modifier ce lieu</summary>
            <VenueForm venue={venue} />
          </details>
        </Section>
      ))}
      <Section title="Un autre lieu" layout="stacked">
        <VenueForm />
      </Section>
    </>
  );
}

function Room({ venueId, room }: { venueId: string; room: Venue["rooms"][number] }) {
  return (
    <BrickRow title={room.name} aside={<p>{count(room.capacity, "place")}</p>}>
      <p>{[...room.equipment, ...(room.access ? [room.access] : [])].join(", ")}</p>
      {room.bookings.length > 0 && (
        <ul className="prose">
          {room.bookings.map(({ id, startsAt, endsAt, state, event }) => (
            <li key={id}>
              {formatRange(startsAt, endsAt)} : {event?.title ?? "date d’un sondage"} ({BOOKING_STATE_LABELS[state]})
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>Modifier</summary>
        <RoomForm venueId={venueId} room={room} />
        <ButtonForm
          action={retireRoomAction}
          id={`retirer-${room.id}`}
          fields={{ id: room.id }}
          failure="La salle reste prêtée"
          kind="quiet"
        >
          Ne plus prêter<span className="sr-only"> {room.name}</span>
        </ButtonForm>
      </details>
    </BrickRow>
  );
}
