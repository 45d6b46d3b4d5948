import { ButtonForm } from "#components/forms/button-form";
import { RoomRequests } from "#components/rooms/room-requests";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { DateBlock } from "#components/ui/date-block";
import { askSlotRoomAction, withdrawSlotAction } from "#lib/meetings/polls/actions";
import { ROOM_STATE_LABELS } from "#lib/meetings/polls/labels";
import type { PollView, SlotView } from "#lib/meetings/polls/queries";
import { dayOf, formatDay, formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { ConcludeForm } from "./conclude-form.tsx";

/** The dates as whoever leads sees them: what each brings together, its room, what can be done with it. */
export function PollDates({ poll }: { poll: PollView }) {
  const order = new Map(poll.ranking.map(({ id }, index) => [id, index]));
  const slots = poll.slots
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  return (
    <BrickList label="Dates, de la meilleure à la moins bonne">
      {slots.map((slot) => (
        <BrickRow
          key={slot.id}
          title={formatRange(slot.startsAt, slot.endsAt)}
          lead={<DateBlock day={dayOf(slot.startsAt)} />}
          kicker={slot.id === poll.ranking[0]?.id && !poll.chosenSlotId ? "La meilleure" : undefined}
          aside={<p>{roomInWords(slot)}</p>}
        >
          <p>
            {count(slot.tally.yes, "oui", "oui")}, {slot.tally.ifNeedBe} si besoin, {slot.tally.no} non ·{" "}
            {count(slot.tally.structures, "structure")}
            {slot.tally.hasQuorum ? ", quorum atteint" : ` sur ${poll.quorum} pour le quorum`}
          </p>
          {slot.requests.some(({ state }) => state === "offered") && <RoomRequests bookings={slot.requests} />}
          {!poll.chosenSlotId && !poll.isAbandoned && <Intentions poll={poll} slot={slot} />}
        </BrickRow>
      ))}
    </BrickList>
  );
}

function roomInWords({ room }: SlotView): string {
  if (!room) return "Aucune salle prévue";
  if (!room.isOurs) return `${room.name}\u202f: ${ROOM_STATE_LABELS[room.state]}`;
  return `${room.name}\u202f: ${room.state === "taken" ? "confirmée pour vous" : "demandée pour vous"}`;
}

function Intentions({ poll, slot }: { poll: PollView; slot: SlotView }) {
  const values = { pollId: poll.id, slotId: slot.id };
  const about = formatDay(dayOf(slot.startsAt));
  return (
    <div className="intentions">
      <ConcludeForm
        fields={values}
        about={about}
        kind={slot.id === poll.ranking[0]?.id ? "primary" : "secondary"}
        isShortNotice={slot.isShortNotice}
      />
      {poll.hasRoom && !slot.room?.isOurs && (
        <ButtonForm
          action={askSlotRoomAction}
          id={`salle-${slot.id}`}
          fields={values}
          failure="La salle n’est pas demandée"
        >
          {slot.room?.state === "free" ? "Demander la salle dès maintenant" : "Chercher une autre salle"}
          <span className="sr-only"> {about}</span>
        </ButtonForm>
      )}
      {poll.isOpen && (
        <ButtonForm
          action={withdrawSlotAction}
          id={`retirer-${slot.id}`}
          fields={values}
          failure="La date n’est pas retirée"
          kind="quiet"
        >
          Retirer<span className="sr-only"> {about}</span>
        </ButtonForm>
      )}
    </div>
  );
}
