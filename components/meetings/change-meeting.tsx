import type { ComponentProps } from "react";
import { Section } from "#components/ui/section";
import type { MeetingView } from "#lib/meetings/schedule/queries";
import { dayOf, toParis } from "#lib/platform/dates";
import { roomOptions } from "#lib/rooms/labels";
import { LIVE } from "#lib/rooms/rules";
import { CancelForm } from "./cancel-form.tsx";
import { MoveForm } from "./move-form.tsx";

type Props = Pick<ComponentProps<typeof MoveForm>, "action" | "mayShortenNotice"> & {
  meeting: MeetingView;
  rooms: Parameters<typeof roomOptions>[0];
};

/** What can still be done to a meeting that was called: another date, another place, other words, or none. */
export function ChangeMeeting({ meeting, rooms, ...form }: Props) {
  return (
    <>
      <Section title="Changer la réunion" id="deplacer" layout="stacked">
        <MoveForm now={presentOf(meeting)} rooms={roomOptions(rooms)} {...form} />
      </Section>
      <Section title="Annuler" id="annuler" layout="stacked">
        <CancelForm eventId={meeting.id} />
      </Section>
    </>
  );
}

function presentOf({ id, startsAt, endsAt, place, roomBookings, title, description, format, videoUrl }: MeetingView) {
  const live = roomBookings.find(({ state }) => LIVE.includes(state));
  return {
    eventId: id,
    title,
    description,
    format,
    videoUrl: videoUrl ?? "",
    day: dayOf(startsAt),
    from: wall(startsAt),
    to: wall(endsAt),
    roomId: live?.roomId ?? "",
    place: live ? "" : (place ?? ""),
  };
}

function wall(instant: Date): string {
  return toParis(instant).toPlainTime().toString({ smallestUnit: "minute" });
}
