import { ButtonForm } from "#components/forms/button-form";
import type { RoomBookingState } from "#lib/generated/prisma/enums";
import { answerOfferAction } from "#lib/rooms/keeper/actions";
import { BOOKING_STATE_LABELS, placeOf } from "#lib/rooms/labels";

type Props = {
  bookings: {
    id: string;
    state: RoomBookingState;
    answerNote: string | null;
    room: { name: string; venue: { name: string } };
  }[];
};

/** What was asked of whoever lends, the latest first, and what they answered. */
export function RoomRequests({ bookings }: Props) {
  if (bookings.length === 0) return null;
  return (
    <ul className="prose" aria-label="Demandes de salle">
      {bookings.map(({ id, state, answerNote, room }) => (
        <li key={id}>
          {placeOf(room)} : <strong>{BOOKING_STATE_LABELS[state]}</strong>
          {answerNote && <> « {answerNote} »</>}
          {state === "offered" && (
            <div className="intentions">
              <ButtonForm
                action={answerOfferAction}
                id={`accepter-${id}`}
                fields={{ bookingId: id, decision: "accept" }}
                failure="La réponse n’est pas partie"
                kind="primary"
              >
                Accepter cette salle
              </ButtonForm>
              <ButtonForm
                action={answerOfferAction}
                id={`refuser-${id}`}
                fields={{ bookingId: id, decision: "refuse" }}
                failure="La réponse n’est pas partie"
              >
                La refuser
              </ButtonForm>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
