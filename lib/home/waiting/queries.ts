import "server-only";
import { Prisma } from "#lib/generated/prisma/client";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { count, plural } from "#lib/platform/french";
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
  /** Ids of the commissions that they lead or stand in for. */
  led: string[];
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
    intention: "vote",
    subject: "AssemblyVoter",
    howMany: ({ personId, structureId }) => Prisma.sql`SELECT count(*) FROM assembly_voter v
      JOIN assembly a ON a."meetingId" = v."assemblyId" AND a."openedAt" IS NOT NULL AND a."closedAt" IS NULL
      WHERE v."personId" = ${personId}::uuid OR v."structureId" = ${structureId}::uuid`,
    words: (n) => `${count(n, "séance ouverte", "séances ouvertes")}\u202f: votre voix y compte`,
    href: paths.assemblies,
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
    intention: "place",
    subject: "Need",
    // Not those of every commission: the board has them on its desk.
    howMany: ({ led }) => Prisma.sql`SELECT count(*) FROM need n WHERE n."commissionId" = ANY(${led}::uuid[])
      AND n."escalatedAt" IS NOT NULL AND n."closedAt" IS NULL AND NOT EXISTS (SELECT 1 FROM introduction i
        WHERE i."needId" = n.id AND i.state IN ('waiting', 'interested', 'asking'))`,
    words: (n) => `${count(n, "besoin")} ${plural(n, "d’acheteur", "d’acheteurs")} sans adhérent`,
    href: paths.needsToPlace,
  },
  {
    intention: "reply",
    subject: "SkillExchangeTalk",
    // Whose last word is the other's.
    howMany: ({ structureId }) => Prisma.sql`SELECT count(*) FROM skill_exchange_talk t
      JOIN LATERAL (SELECT m."isFromOwner" FROM skill_exchange_message m WHERE m."talkId" = t.id
        ORDER BY m."writtenAt" DESC, m.id DESC LIMIT 1) w ON w."isFromOwner" = (t."ownerId" <> ${structureId}::uuid)
      WHERE ${structureId}::uuid IN (t."ownerId", t."structureId")
        AND NOT EXISTS (SELECT 1 FROM skill_exchange_closing c WHERE c."exchangeId" = t."exchangeId")`,
    words: (n) => `${count(n, "adhérent")} ${n > 1 ? "attendent" : "attend"} votre réponse à propos d’un coup de main`,
    href: paths.exchanges,
  },
  {
    intention: "answer",
    subject: "InternshipApplication",
    howMany: ({ structureId }) => Prisma.sql`SELECT count(*) FROM internship_application
      WHERE "structureId" = ${structureId}::uuid AND state IN ('received', 'read') AND "studentId" IS NOT NULL`,
    words: (n) => `${count(n, "étudiant")} ${n > 1 ? "attendent" : "attend"} votre réponse pour un stage`,
    href: paths.memberInternships,
  },
  {
    intention: "update",
    subject: "InternshipApplication",
    howMany: ({ now, personId }) => Prisma.sql`SELECT count(*) FROM internship_application a
      WHERE a."studentId" = ${personId}::uuid AND (a.state = 'offered' OR (a.state = 'interview'
        AND EXISTS (SELECT 1 FROM interview_slot s WHERE s."applicationId" = a.id AND s."startsAt" > ${now})
        AND NOT EXISTS (SELECT 1 FROM interview_slot s WHERE s."applicationId" = a.id AND s."chosenAt" IS NOT NULL)))`,
    words: (n) => `${count(n, "entreprise")} ${n > 1 ? "vous proposent" : "vous propose"} un entretien ou une place`,
    href: paths.ownApplications,
  },
  {
    intention: "publish",
    subject: "Internship",
    howMany: ({ structureId }) => Prisma.sql`SELECT count(*) FROM internship
      WHERE "structureId" = ${structureId}::uuid AND "publishedAt" IS NULL`,
    words: (n) => `${count(n, "offre")} de stage en préparation, que personne ne voit encore`,
    href: paths.memberInternships,
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
  const led = actor.commissionsLed.map((commission) => commission.id);
  return countWaiting(lines, { now, personId: actor.personId, structureId: actor.actingFor?.id ?? null, led });
}
