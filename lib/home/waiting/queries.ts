import "server-only";
import { Prisma } from "#lib/generated/prisma/client";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { countWaiting, type Waiting, type WaitingLine } from "#lib/platform/waiting";
import { can, type Intention, type SubjectName } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { URGENT_DAYS } from "#lib/tenders/rules";

interface Asked {
  now: Date;
  personId: string;
  /** The structure they act for; null: none, and nothing waits in its name. */
  structureId: string | null;
}

interface Line extends WaitingLine<Asked> {
  /** Who is told: whoever may do this. */
  intention: Intention;
  subject: SubjectName;
}

/** A domain adds its line here; each counts only what is this person's own, or their structure's. */
const LINES: Line[] = [
  {
    intention: "reply",
    subject: "PollInvitation",
    howMany: ({ now, personId }) => Prisma.sql`SELECT count(*) FROM poll_invitation i JOIN poll p ON p.id = i."pollId"
      WHERE i."personId" = ${personId}::uuid AND p.deadline > ${now}
        AND NOT EXISTS (SELECT 1 FROM poll_closing c WHERE c."pollId" = p.id)
        AND NOT EXISTS (SELECT 1 FROM poll_answer a JOIN poll_slot s ON s.id = a."slotId"
          WHERE s."pollId" = p.id AND a."personId" = i."personId")`,
    words: (n) => `${count(n, "sondage")} de dates sans votre réponse`,
    href: paths.meetings,
  },
  {
    intention: "reply",
    subject: "MeetingInvitation",
    howMany: ({ now, personId }) => Prisma.sql`SELECT count(*) FROM meeting_invitation i
      JOIN meeting m ON m.id = i."meetingId" JOIN event e ON e.id = m."eventId"
      WHERE i."personId" = ${personId}::uuid AND i.reply IS NULL AND e."startsAt" > ${now}
        AND NOT EXISTS (SELECT 1 FROM event_cancellation c WHERE c."eventId" = e.id)`,
    words: (n) => `${count(n, "réunion")} où l’on attend de savoir si vous venez`,
    href: paths.meetings,
  },
  {
    intention: "answer",
    subject: "Introduction",
    howMany: ({ structureId }) => Prisma.sql`SELECT count(*) FROM introduction i JOIN need n ON n.id = i."needId"
      WHERE i."structureId" = ${structureId}::uuid AND i.state = 'waiting' AND n."closedAt" IS NULL`,
    words: (n) => `${count(n, "acheteur")} ${n > 1 ? "attendent" : "attend"} votre mot`,
    href: paths.memberNeeds,
  },
  {
    intention: "update",
    subject: "TenderHand",
    howMany: ({
      now,
      structureId,
    }) => Prisma.sql`SELECT count(*) FROM tender_hand h JOIN tender t ON t.id = h."tenderId"
      WHERE h."structureId" = ${structureId}::uuid AND t."withdrawnAt" IS NULL
        AND t."respondBefore" BETWEEN ${now} AND ${new Date(now.getTime() + URGENT_DAYS * 86_400_000)}`,
    words: (n) => `${count(n, "appel d’offres", "appels d’offres")} à rendre dans la semaine, où votre main est levée`,
    href: `${paths.tenders}?mains=oui`,
  },
  {
    intention: "join",
    subject: "ConsortiumSeat",
    howMany: ({ structureId }) => Prisma.sql`SELECT count(*) FROM consortium_seat s
      JOIN consortium c ON c.id = s."consortiumId" AND c.state = 'building'
      WHERE s."structureId" = ${structureId}::uuid AND s."joinedAt" IS NULL AND s."declinedAt" IS NULL`,
    words: (n) => `${count(n, "invitation")} à répondre ensemble à un appel d’offres`,
    href: paths.consortia,
  },
  {
    intention: "read",
    subject: "FeeCall",
    howMany: ({ now, structureId }) => Prisma.sql`SELECT count(*) FROM fee_call
      WHERE "structureId" = ${structureId}::uuid AND "balanceCents" > 0 AND "calledOn" <= ${columnOfDay(dayOf(now))}::date`,
    words: (n) => `${count(n, "cotisation")} à régler`,
    href: paths.ownDues,
  },
];

/** What waits for `actor` and for the structure they act for; empty when nothing does. One SQL statement. */
export async function listOwnWaiting(actor: PersonActor, now: Date): Promise<Waiting[]> {
  const lines = LINES.filter(({ intention, subject }) => can(actor, intention, subject, now));
  return countWaiting(lines, { now, personId: actor.personId, structureId: actor.actingFor?.id ?? null });
}
