import "server-only";
import { z } from "zod";
import { queueMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { LINKS } from "../rules.ts";
import { reminderMail } from "../schedule/labels.ts";
import { loadCalledMeeting } from "../schedule/queries.ts";
import type { ReplyInput } from "./schema.ts";

/**
 * Says whether one comes, or who speaks for one: by the link of one's own mail, whoever is signed in, or
 * as the person signed in. May be changed until the meeting begins; the same answer twice is one answer.
 *
 * @throws Refusal `wrong_link`, `meeting_over`, `unknown_representative`
 */
export async function replyToMeeting(
  actor: Actor,
  { token, invitationId, reply, representedById }: ReplyInput,
  now: Date,
): Promise<void> {
  const linked = token ? readSignedToken(LINKS.meeting, token) : null;
  const mine = linked && isUuid(linked) ? { id: linked } : { id: invitationId ?? "", ...ownOnly(actor, now) };
  const invitation = isUuid(mine.id)
    ? await db().meetingInvitation.findFirst({
        where: { AND: [mine, { person: { suspension: { is: null } } }] },
        select: {
          id: true,
          meetingId: true,
          personId: true,
          representedById: true,
          person: { select: { firstName: true, lastName: true } },
          meeting: {
            select: {
              event: {
                select: { slug: true, title: true, startsAt: true, cancellation: { select: { eventId: true } } },
              },
            },
          },
        },
      })
    : null;
  if (!invitation) throw new Refusal("wrong_link", "Ce lien n’est pas complet, ou l’invitation a été retirée.");
  const { slug, title, startsAt, cancellation } = invitation.meeting.event;
  if (cancellation)
    throw new Refusal("meeting_over", "Cette réunion est annulée\u202f: aucune réponse n’est attendue.");
  if (startsAt <= now)
    throw new Refusal("meeting_over", "La réunion a commencé\u202f: il est trop tard pour répondre ici.");
  const by = reply === "represented" ? (representedById ?? null) : null;
  await db().$transaction(async (tx) => {
    if (by) await mustBeCalledToo(tx, invitation, by);
    await tx.meetingInvitation.update({
      where: { id: invitation.id },
      data: { reply, repliedAt: now, representedById: by },
      select: { id: true },
    });
    if (!by || by === invitation.representedById) return;
    const name = `${invitation.person.firstName} ${invitation.person.lastName}`;
    const notice = {
      kind: "representation",
      fact: `${invitation.id} by ${by} ${startsAt.toISOString()}`,
      path: paths.ownMeeting(slug),
    };
    await notify(
      tx,
      [{ ...notice, personId: by, title: `${name} vous demande de le représenter à «\u202f${title}\u202f».` }],
      now,
    );
  });
}

/** Somebody else called to the same meeting. */
async function mustBeCalledToo(
  tx: Tx,
  { meetingId, personId }: { meetingId: string; personId: string },
  by: string,
): Promise<void> {
  const other = await tx.meetingInvitation.findFirst({
    where: { AND: [{ meetingId, personId: by }, { personId: { not: personId } }] },
    select: { id: true },
  });
  if (!other) {
    throw new Refusal(
      "unknown_representative",
      "Choisissez une autre personne convoquée à cette réunion.",
      "representedById",
    );
  }
}

function ownOnly(actor: Actor, now: Date) {
  return { AND: [permitted(actor, "reply", "MeetingInvitation", now)] };
}

/** How long before a meeting its people are reminded of it, in days. */
const DELAYS = [7, 1];
const DAY_MS = 86_400_000;
const BATCH = 500;

const claimed = z.object({ invitationId: z.uuid(), eventId: z.uuid(), daysBefore: z.number() });

/**
 * Reminds, a week and a day before, those who have not excused themselves and want it; gives how many. Each
 * reminder is a row written with its message: a process that is cut, or two at once, send none twice.
 * Whoever was called after the moment of a reminder needs none.
 */
export async function sendMeetingReminders(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "schedule", "Event", now);
  return db().$transaction(
    async (tx) => {
      const rows = z.array(claimed).parse(await claim(tx, now));
      const byEvent = Object.entries(Object.groupBy(rows, ({ eventId }) => eventId));
      for (const [eventId, reminders = []] of byEvent) {
        const { meeting, called } = await loadCalledMeeting(tx, eventId);
        const delays = new Map(reminders.map(({ invitationId, daysBefore }) => [invitationId, daysBefore]));
        await queueMail(
          tx,
          ...called.flatMap((person) => {
            const days = delays.get(person.invitationId);
            return days ? [reminderMail(meeting, person, days)] : [];
          }),
        );
      }
      return rows.length;
    },
    { timeout: 60_000 },
  );
}

async function claim(tx: Tx, now: Date): Promise<unknown> {
  const [week, eve] = DELAYS.map((days) => new Date(now.getTime() + days * DAY_MS));
  return tx.$queryRaw`
    WITH due AS (
      SELECT i.id, e.id AS "eventId", e."startsAt",
             CASE WHEN e."startsAt" <= ${eve} THEN ${DELAYS[1]}::int ELSE ${DELAYS[0]}::int END AS days
        FROM meeting_invitation i
        JOIN meeting m ON m.id = i."meetingId"
        JOIN event e ON e.id = m."eventId" AND e."startsAt" > ${now} AND e."startsAt" <= ${week}
       WHERE i.reply IS DISTINCT FROM 'excused'
         AND NOT EXISTS (SELECT 1 FROM event_cancellation x WHERE x."eventId" = e.id)
         AND NOT EXISTS (SELECT 1 FROM suspension s WHERE s."personId" = i."personId")
         AND NOT EXISTS (SELECT 1 FROM notice_preference f WHERE f."personId" = i."personId"
               AND NOT CASE WHEN e."startsAt" <= ${eve} THEN f."remindsDayBefore" ELSE f."remindsWeekBefore" END)
    ), noted AS (
      INSERT INTO meeting_reminder ("invitationId", "startsAt", "daysBefore", "sentAt")
      SELECT d.id, d."startsAt", d.days, ${now} FROM due d JOIN meeting_invitation i ON i.id = d.id
       WHERE i."invitedAt" < d."startsAt" - d.days * interval '1 day'
         AND NOT EXISTS (SELECT 1 FROM meeting_reminder r
                          WHERE r."invitationId" = d.id AND r."startsAt" = d."startsAt" AND r."daysBefore" = d.days)
       ORDER BY d."startsAt", d.id LIMIT ${BATCH}
      ON CONFLICT DO NOTHING
      RETURNING "invitationId", "daysBefore")
    SELECT n."invitationId", d."eventId", n."daysBefore" FROM noted n JOIN due d ON d.id = n."invitationId"`;
}
