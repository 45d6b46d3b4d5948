import "server-only";
import { PATIENCE } from "#lib/expectations/rules";
import { Prisma } from "#lib/generated/prisma/client";
import { ENDING_SOON_DAYS } from "#lib/mandates/rules";
import { MINUTES_DAYS } from "#lib/meetings/minutes/rules";
import type { CommissionRhythm } from "#lib/meetings/queries";
import { addDays, columnOfDay, dayOf } from "#lib/platform/dates";
import { count, plural } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { countWaiting, type Waiting, type WaitingLine } from "#lib/platform/waiting";
import { authorize, can, type Intention, type SubjectName } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { registerHref } from "#lib/structures/register/schema";

interface Context {
  now: Date;
  /** Where each commission is in its rhythm. */
  rhythms: CommissionRhythm[];
}

interface Line extends WaitingLine<Context> {
  /** Who is told: whoever may do this. */
  intention: Intention;
  subject: SubjectName;
}

/**
 * A domain adds its line here: the desk asks for all of them in one statement, however many they are,
 * and shows those that are not zero, in this order.
 */
const LINES: Line[] = [
  {
    intention: "decide",
    subject: "MembershipApplication",
    howMany: () => Prisma.sql`SELECT count(*) FROM membership_application a WHERE a."confirmedAt" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM membership_closure c WHERE c."applicationId" = a.id)
      AND NOT EXISTS (SELECT 1 FROM membership_question q WHERE q."applicationId" = a.id AND q."answeredAt" IS NULL)`,
    words: (n) => `${count(n, "demande")} d’adhésion à examiner`,
    href: `${paths.boardApplications}?etat=to_review`,
  },
  {
    intention: "answer",
    subject: "Expectation",
    howMany: ({ now }) => Prisma.sql`SELECT count(*) FROM expectation WHERE state IN ('voiced', 'under_study')
      AND "mergedIntoId" IS NULL AND "voicedAt" <= ${new Date(now.getTime() - PATIENCE.board * 86_400_000)}`,
    words: (n) => `${count(n, "attente")} sans réponse depuis ${PATIENCE.board} jours`,
    href: paths.boardExpectations,
  },
  {
    intention: "place",
    subject: "Need",
    howMany: () => Prisma.sql`SELECT count(*) FROM need n WHERE n."escalatedAt" IS NOT NULL AND n."closedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM introduction i WHERE i."needId" = n.id AND i.state IN ('waiting', 'interested', 'asking'))`,
    words: (n) =>
      `${count(n, "besoin")} que personne n’a pris, ${plural(n, "confié au responsable de sa commission", "confiés au responsable de leur commission")}`,
    href: paths.needsToPlace,
  },
  {
    intention: "oversee",
    subject: "FeeCall",
    howMany: ({ now }) => Prisma.sql`SELECT count(*) FROM fee_call
      WHERE "balanceCents" > 0 AND "dueOn" < ${columnOfDay(dayOf(now))}::date`,
    words: (n) => `${count(n, "cotisation")} en retard de paiement`,
    href: `${paths.boardDues}?etat=en-retard`,
  },
  {
    intention: "oversee",
    subject: "Structure",
    howMany: () => Prisma.sql`SELECT count(*) FROM structure WHERE status = 'lapsed'`,
    words: (n) => `${count(n, "structure")} dont la cotisation est échue`,
    href: registerHref({ status: "lapsed" }),
  },
  {
    intention: "appoint",
    subject: "Mandate",
    howMany: ({ now }) => {
      const today = dayOf(now);
      return Prisma.sql`SELECT count(*) FROM mandate m
        WHERE m."endsOn" BETWEEN ${columnOfDay(today)}::date AND ${columnOfDay(addDays(today, ENDING_SOON_DAYS))}::date
          AND NOT EXISTS (SELECT 1 FROM mandate n WHERE n.function = m.function AND n."startsOn" > m."endsOn"
                AND n."commissionId" IS NOT DISTINCT FROM m."commissionId")`;
    },
    words: (n) => `${count(n, "mandat")} qui ${plural(n, "finit", "finissent")} dans les deux mois, sans suite prévue`,
    href: paths.boardMandates,
  },
  {
    intention: "oversee",
    subject: "Club",
    howMany: ({ rhythms }) => Prisma.sql`${rhythms.filter(({ rhythm }) => rhythm.state === "late").length}`,
    words: (n) => `${count(n, "commission")} en retard sur ${plural(n, "son", "leur")} rythme`,
    href: `${paths.board}#rythme`,
  },
  {
    intention: "preside",
    subject: "Assembly",
    howMany: () => Prisma.sql`SELECT count(*) FROM assembly a WHERE a."lackedQuorum"
      AND NOT EXISTS (SELECT 1 FROM assembly n WHERE n."firstCallId" = a."meetingId")`,
    words: (n) => `${count(n, "séance levée", "séances levées")} faute de quorum, sans seconde convocation`,
    href: paths.boardMeetings,
  },
  {
    intention: "oversee",
    subject: "Meeting",
    howMany: ({ now }) => Prisma.sql`SELECT count(*) FROM meeting m JOIN event e ON e.id = m."eventId"
      WHERE e."endsAt" BETWEEN ${new Date(now.getTime() - 365 * 86_400_000)} AND ${new Date(now.getTime() - MINUTES_DAYS * 86_400_000)}
        AND NOT EXISTS (SELECT 1 FROM event_cancellation x WHERE x."eventId" = e.id)
        AND NOT EXISTS (SELECT 1 FROM minutes n WHERE n."meetingId" = m.id AND n."publishedAt" IS NOT NULL)`,
    words: (n) => `${count(n, "réunion")} sans compte rendu publié après deux semaines`,
    href: paths.boardMeetings,
  },
  {
    intention: "read",
    subject: "BoampNotice",
    howMany: () => Prisma.sql`SELECT count(*) FROM boamp_notice WHERE outcome = 'set_aside' AND "seenAt" IS NULL`,
    words: (n) => `${count(n, "avis", "avis")} du BOAMP mis de côté, ${plural(n, "illisible", "illisibles")}`,
    href: paths.boardTenders,
  },
  {
    intention: "read",
    subject: "BoampNotice",
    howMany: () => Prisma.sql`SELECT count(*) FROM boamp_reading WHERE problem IS NOT NULL`,
    words: () => "La lecture du BOAMP s’est arrêtée en chemin",
    href: paths.boardTenders,
  },
  {
    intention: "read",
    subject: "Mail",
    howMany: () => Prisma.sql`SELECT count(*) FROM mail WHERE state = 'dead'`,
    words: (n) => `${count(n, "message")} que le serveur a ${plural(n, "refusé", "refusés")}`,
    href: `${paths.boardMail}?etat=dead`,
  },
];

/** What waits for `actor`, one line per kind of thing; empty when nothing does. One SQL statement. */
export async function listWaiting(actor: Actor, rhythms: CommissionRhythm[], now: Date): Promise<Waiting[]> {
  authorize(actor, "oversee", "Club", now);
  return countWaiting(
    LINES.filter(({ intention, subject }) => can(actor, intention, subject, now)),
    { now, rhythms },
  );
}
