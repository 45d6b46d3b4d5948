import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import type { AttendanceState } from "#lib/generated/prisma/enums";
import { fullName } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { readSignedToken, signedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { listCircle } from "../circle/queries.ts";
import { isSignInOpen, opensAt, SIGN_IN, signInSubject } from "./rules.ts";

const NAME = { select: { id: true, firstName: true, lastName: true } } as const;

/** The sheet of those there, for whoever runs the meeting: those called, those noted, those who could be added. */
export async function findAttendanceSheet(actor: Actor, slug: string, now: Date) {
  const row = await db().meeting.findFirst({
    relationLoadStrategy: "join",
    where: { event: { AND: [{ slug }, permitted(actor, "schedule", "Event", now)] } },
    select: {
      id: true,
      event: {
        select: {
          slug: true,
          title: true,
          startsAt: true,
          endsAt: true,
          commissionId: true,
          cancellation: { select: { eventId: true } },
        },
      },
      minutes: { select: { publishedAt: true } },
      invitations: { take: 2_000, select: { reply: true, person: NAME, representedBy: NAME } },
      attendances: { take: 2_000, select: { state: true, person: NAME } },
    },
  });
  if (!row || row.event.cancellation) return null;
  const { event, invitations, attendances, minutes } = row;
  const noted = new Map(attendances.map(({ person, state }) => [person.id, state]));
  const called = new Set(invitations.map(({ person }) => person.id));
  const people = [
    ...invitations.map(({ person, reply, representedBy }) => ({
      id: person.id,
      name: fullName(person),
      key: `${person.lastName} ${person.firstName}`,
      state: noted.get(person.id) ?? null,
      reply,
      representedBy: representedBy && fullName(representedBy),
    })),
    ...attendances
      .filter(({ person }) => !called.has(person.id))
      .map(({ person, state }) => ({
        id: person.id,
        name: fullName(person),
        key: `${person.lastName} ${person.firstName}`,
        state: state as AttendanceState | null,
        reply: null,
        representedBy: null,
      })),
  ].sort((a, b) => a.key.localeCompare(b.key, "fr"));
  const known = new Set(people.map(({ id }) => id));
  const circle = event.commissionId ? await listCircle(db(), event.commissionId, now) : [];
  return {
    meetingId: row.id,
    ...event,
    isPublished: Boolean(minutes?.publishedAt),
    isOpen: now >= opensAt(event.startsAt),
    people,
    present: people.filter(({ state }) => state === "present").length,
    others: circle.filter(({ id }) => !known.has(id)).map((person) => ({ id: person.id, name: fullName(person) })),
    token: signedToken(SIGN_IN, signInSubject(row.id, event.startsAt)),
  };
}

/** The meeting behind the code shown in the room, as whoever scanned it sees it; null for a code of nothing. */
export async function findSignIn(actor: Actor, token: string, now: Date) {
  const subject = readSignedToken(SIGN_IN, token) ?? "";
  const [meetingId = ""] = subject.split(".");
  if (!isUuid(meetingId)) return null;
  const personId = personIdOf(actor);
  const row = await db().meeting.findUnique({
    relationLoadStrategy: "join",
    where: { id: meetingId },
    select: {
      event: {
        select: { slug: true, title: true, startsAt: true, endsAt: true, cancellation: { select: { eventId: true } } },
      },
      attendances: { where: { personId: { in: personId ? [personId] : [] } }, take: 1, select: { state: true } },
    },
  });
  if (!row || row.event.cancellation || signInSubject(meetingId, row.event.startsAt) !== subject) return null;
  return {
    ...row.event,
    isOpen: isSignInOpen(row.event, now),
    isThere: row.attendances[0]?.state === "present",
  };
}

const rateRow = z.object({
  id: z.uuid(),
  name: z.string(),
  held: z.number(),
  present: z.number(),
  excused: z.number(),
  represented: z.number(),
});
export type AttendanceRate = z.infer<typeof rateRow>;

/** How often each came to the commission's meetings of the last twelve months, for whoever leads it. */
export async function listAttendanceRates(actor: Actor, slug: string, now: Date): Promise<AttendanceRate[]> {
  const commission = await db().commission.findFirst({
    where: { AND: [{ slug }, permitted(actor, "schedule", "Commission", now)] },
    select: { id: true },
  });
  return commission ? rates(Prisma.sql`e."commissionId" = ${commission.id}::uuid`, now) : [];
}

/** How often `actor` came to the meetings they were called to in the last twelve months; null when there was none. */
export async function findOwnRate(actor: Actor, now: Date): Promise<AttendanceRate | null> {
  if (actor.kind !== "person") return null;
  const [own] = await rates(Prisma.sql`p.id = ${actor.personId}::uuid`, now);
  return own ?? null;
}

/** Meetings whose attendance was noted at all; whoever was called and is not noted was not there. */
async function rates(which: Prisma.Sql, now: Date): Promise<AttendanceRate[]> {
  const rows = await db().$queryRaw(Prisma.sql`
    SELECT p.id, p."firstName" || ' ' || p."lastName" AS name, count(*)::int AS held,
           count(*) FILTER (WHERE a.state = 'present')::int AS present,
           count(*) FILTER (WHERE a.state = 'excused')::int AS excused,
           count(*) FILTER (WHERE a.state = 'represented')::int AS represented
      FROM event e JOIN meeting m ON m."eventId" = e.id
      CROSS JOIN LATERAL (SELECT "personId" FROM meeting_invitation i WHERE i."meetingId" = m.id
                    UNION SELECT "personId" FROM attendance n WHERE n."meetingId" = m.id) c
      JOIN person p ON p.id = c."personId" AND p."erasedAt" IS NULL
      LEFT JOIN attendance a ON a."meetingId" = m.id AND a."personId" = p.id
     WHERE ${which} AND e."endsAt" <= ${now} AND e."endsAt" > ${new Date(now.getTime() - 365 * 86_400_000)}
       AND EXISTS (SELECT 1 FROM attendance n WHERE n."meetingId" = m.id)
       AND NOT EXISTS (SELECT 1 FROM event_cancellation x WHERE x."eventId" = e.id)
     GROUP BY p.id ORDER BY present DESC, p."lastName", p.id LIMIT 500`);
  return z.array(rateRow).parse(rows);
}
