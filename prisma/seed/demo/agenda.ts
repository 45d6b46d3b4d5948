import { Temporal } from "temporal-polyfill";
import { addDays, columnOfDay, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { ACCOUNTS } from "../cast.ts";
import { idOf } from "./identity.ts";
import type { Meetings, PastMeeting } from "./meetings/shape.ts";
import { MEETINGS } from "./meetings.ts";
import { actionsOf, nextAgenda, outcomeOf } from "./minutes.ts";
import { personId } from "./people.ts";
import { PUBLIC_EVENTS } from "./public-events.ts";

/** The same day, or the next on which people would come: neither weekend nor the Christmas fortnight. */
function workingDay(day: Day): Day {
  const { dayOfWeek, month, day: number } = Temporal.PlainDate.from(day);
  if ((month === 12 && number > 20) || (month === 1 && number < 5)) return workingDay(addDays(day, 7));
  return dayOfWeek > 5 ? workingDay(addDays(day, 1)) : day;
}

/** The commission's own weekday in the week of `day`, never in the Christmas fortnight. */
function meetingDay(day: Day, weekday: number): Day {
  return workingDay(addDays(day, weekday - Temporal.PlainDate.from(day).dayOfWeek));
}

/** Loads the rooms, the launch, the public events, the commissions' meetings with what came of them. */
export async function loadAgenda(tx: Tx, today: Day): Promise<void> {
  const commissions = await tx.commission.findMany({ select: { id: true, slug: true, name: true } });
  await loadRooms(tx);
  await tx.event.create({ data: launch(today) });
  await tx.event.createMany({
    data: PUBLIC_EVENTS.map(({ inDays, from, to, cancelled: _, ...event }) => ({
      ...dated(workingDay(addDays(today, inDays)), from, to),
      ...event,
      kind: "club_event" as const,
      id: idOf("event", event.title),
      slug: slugify(event.title),
    })),
  });
  await tx.eventCancellation.createMany({
    data: PUBLIC_EVENTS.flatMap(({ title, cancelled }) =>
      cancelled ? [{ eventId: idOf("event", title), reason: cancelled }] : [],
    ),
  });
  for (const { commission: slug, code, meetings } of MEETINGS) {
    const commission = commissions.find((one) => one.slug === slug);
    if (!commission) throw new Error(`meetings of an unknown commission: ${slug}`);
    const series: Series = { commission, code, meetings };
    for (const [index, past] of meetings.past.entries()) await loadPastMeeting(tx, series, past, index, today);
    for (const [index, inDays] of meetings.coming.entries())
      await loadComingMeeting(tx, series, meetingDay(addDays(today, inDays), meetings.weekday), index === 0);
  }
}

interface Series {
  commission: { id: string; slug: string; name: string };
  code: string;
  meetings: Meetings;
}

async function loadComingMeeting(tx: Tx, series: Series, day: Day, isFirst: boolean): Promise<void> {
  const event = meetingEvent(series, day);
  const { id, startsAt, endsAt } = event;
  const meetingId = idOf("meeting", event.slug);
  await tx.event.create({ data: { ...event, meeting: { create: { id: meetingId } } } });
  if (isFirst) await tx.agendaItem.createMany({ data: nextAgenda(meetingId, series.meetings.next) });
  await tx.roomBooking.create({
    data: {
      id: idOf("booking", event.slug),
      eventId: id,
      roomId: idOf("room", series.meetings.room),
      startsAt,
      endsAt,
      state: "requested",
    },
  });
}

/** The launch is the next 8 October: the day is known, the hour and the place are not. */
function launch(today: Day) {
  const year = Number(today.slice(0, 4));
  const day = today <= `${year}-10-08` ? `${year}-10-08` : `${year + 1}-10-08`;
  return {
    id: idOf("event", "launch"),
    slug: "lancement-du-club",
    kind: "club_event" as const,
    visibility: "public" as const,
    title: "Lancement officiel du club TacTic",
    description:
      "Le club se présente à Arras\u202f: qui le compose, pourquoi il existe, comment travaillent ses cinq commissions.\n\nL’heure et le lieu exact restent à confirmer\u202f; cette page sera mise à jour, et les agendas abonnés avec elle.",
    place: "Arras (lieu à confirmer)",
    ...dated(day, "18:30", "20:30"),
  };
}

async function loadPastMeeting(tx: Tx, series: Series, past: PastMeeting, index: number, today: Day): Promise<void> {
  const { commission, code, meetings } = series;
  // Never later than today: the Christmas fortnight would push a December date into the future.
  const day = addDays(
    today,
    -past.daysAgo + (meetings.weekday - Temporal.PlainDate.from(addDays(today, -past.daysAgo)).dayOfWeek),
  );
  const meetingId = idOf("meeting", `${commission.slug} -${past.daysAgo}`);
  await tx.event.create({
    data: {
      ...meetingEvent(series, day),
      meeting: {
        create: {
          id: meetingId,
          agendaItems: { create: past.agenda.map((title, position) => ({ position, title, durationMinutes: 30 })) },
          ...outcomeOf(past, day, today),
          attendances: {
            create: ACCOUNTS.filter(({ key }) => ["president", "lead", "member", "rival"].includes(key)).map(
              ({ email }, position) => ({
                personId: personId(email),
                state: position === 3 ? "excused" : "present",
              }),
            ),
          },
        },
      },
    },
  });
  await tx.actionItem.createMany({ data: actionsOf(series, past, meetingId, day, today) });
  if (past.publicPart) {
    await tx.minutesPublication.create({
      data: { meetingId, text: past.publicPart, publishedAt: fromParis(addDays(day, 6), "09:00") },
    });
  }
  await tx.decision.createMany({
    data: past.decisions.map(({ title, text, isPublic }, position) => ({
      id: idOf("decision", `${commission.slug} ${past.daysAgo} ${position}`),
      number: `${day.slice(0, 4)}-${code}-${String(100 + index * 10 + position).slice(-3)}`,
      meetingId,
      commissionId: commission.id,
      title,
      text,
      decidedOn: columnOfDay(day),
      visibility: isPublic ? ("public" as const) : ("members" as const),
    })),
  });
}

function meetingEvent({ commission, meetings }: Series, day: Day) {
  return {
    id: idOf("event", `${commission.slug} ${day}`),
    slug: `${commission.slug}-${day}`,
    kind: "commission_meeting" as const,
    visibility: "public" as const,
    title: `Réunion de la commission ${commission.name}`,
    description:
      "Réunion de travail des adhérents de la commission. Une structure qui souhaite découvrir le club peut être invitée\u202f: écrivez au responsable.",
    place: `Salle de démonstration ${meetings.room}, CCI de l’Artois`,
    commissionId: commission.id,
    ...dated(day, meetings.from, meetings.to),
  };
}

function dated(day: Day, from: string, to: string) {
  return { startsAt: fromParis(day, from), endsAt: fromParis(day, to) };
}

async function loadRooms(tx: Tx): Promise<void> {
  const venueId = idOf("venue", "CCI de l’Artois");
  await tx.venue.create({
    data: {
      id: venueId,
      name: "CCI de l’Artois",
      keeperName: "Service des salles (démonstration)",
      keeperEmail: "salles@cci.example",
    },
  });
  await tx.room.createMany({
    data: [
      {
        id: idOf("room", "A"),
        venueId,
        name: "Salle de démonstration A",
        capacity: 24,
        equipment: ["vidéoprojecteur", "tableau blanc"],
      },
      {
        id: idOf("room", "B"),
        venueId,
        name: "Salle de démonstration B",
        capacity: 12,
        equipment: ["écran", "visioconférence"],
      },
    ],
  });
}
