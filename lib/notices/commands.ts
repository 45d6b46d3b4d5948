import "server-only";
import { z } from "zod";
import { type OutgoingMail, queueMail } from "#lib/mail/outbox";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { readSignedToken, signedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { rhythmsDue } from "./rules.ts";
import type { PreferencesInput } from "./schema.ts";

const STOP_DIGESTS = "stop-digests";
/** The longest digest: beyond, the space has the rest. */
const SHOWN = 15;

export interface NewNotice {
  personId: string;
  /** "expectation-answered". */
  kind: string;
  /** Names the fact ("expectation <id> kept"): the same person is told of it once. */
  fact: string;
  /** A whole French sentence. */
  title: string;
  path: string;
}

/** Tells people of a fact, in the transaction that makes it. What cannot wait for a digest is a mail of its own. */
export async function notify(tx: Tx, notices: NewNotice[], now: Date): Promise<void> {
  if (notices.length === 0) return;
  await tx.notice.createMany({
    data: notices.map((notice) => ({ ...notice, createdAt: now })),
    skipDuplicates: true,
  });
}

const claimed = z.object({
  id: z.uuid(),
  title: z.string(),
  path: z.string(),
  personId: z.uuid(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
});

/**
 * Gathers what each person has not been told yet into one message, for those whose day it is; gives
 * how many leave. What is gathered is noted in the same transaction: no fact is told twice.
 */
export async function sendDigests(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "publish", "Notice", now);
  return db().$transaction(async (tx) => {
    // For those who want no digest the facts are passed over: they must not wait for a change of mind.
    await tx.notice.updateMany({
      where: { digestedAt: null, person: { noticePreference: { is: { rhythm: "never" } } } },
      data: { digestedAt: now },
    });
    const rows = await tx.$queryRaw`
      UPDATE notice n SET "digestedAt" = ${now}
        FROM person p LEFT JOIN notice_preference f ON f."personId" = p.id
       WHERE p.id = n."personId" AND n."digestedAt" IS NULL
         AND coalesce(f.rhythm, 'daily')::text = ANY(${rhythmsDue(now)})
         AND NOT EXISTS (SELECT 1 FROM suspension s WHERE s."personId" = p.id)
      RETURNING n.id, n.title, n.path, p.id AS "personId", p.email, p."firstName", p."lastName"`;
    // Ids are UUIDs of version 7: their order is that of the facts.
    const told = z
      .array(claimed)
      .parse(rows)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const people = Object.values(Object.groupBy(told, ({ personId }) => personId));
    await queueMail(tx, ...people.flatMap((notices) => digestOf(notices ?? [])));
    return people.length;
  });
}

function digestOf(notices: z.infer<typeof claimed>[]): OutgoingMail[] {
  const [first] = notices;
  if (!first) return [];
  const { personId, email, firstName, lastName } = first;
  const token = signedToken(STOP_DIGESTS, personId);
  const more = notices.length - SHOWN;
  return [
    {
      kind: "digest",
      to: { address: email, name: `${firstName} ${lastName}`, personId },
      unsubscribeUrl: absolute(paths.stopDigestsAtOnce(token)),
      message: {
        subject: `TacTic\u202f: ${count(notices.length, "nouvelle")} pour vous`,
        greeting: `Bonjour ${firstName}`,
        blocks: [
          { list: notices.slice(0, SHOWN).map(({ title, path }) => `${title} ${absolute(path)}`) },
          ...(more > 0 ? [{ text: `Et ${count(more, "autre")}, à lire dans votre espace.` }] : []),
          { action: { label: "Lire dans mon espace", path: paths.notices } },
        ],
        why: `Ce résumé vous est envoyé parce que vous suivez la vie du club. Pour ne plus le recevoir\u202f: ${absolute(paths.stopDigests(token))}`,
      },
    },
  ];
}

/** Sets how often `actor` is sent the digest, and which reminders of dates. Harmless twice. */
export async function choosePreferences(
  actor: Actor,
  { rhythm, reminders }: PreferencesInput,
  now: Date,
): Promise<void> {
  authorize(actor, "update", "Notice", now);
  if (actor.kind !== "person") return;
  await keepPreferences(actor.personId, {
    rhythm,
    remindsWeekBefore: reminders.includes("week"),
    remindsDayBefore: reminders.includes("day"),
  });
}

/**
 * The same, "never", for whoever holds the link of their own digest: no sign-in needed. Harmless twice.
 *
 * @throws Refusal `wrong_link`
 */
export async function stopDigests(token: string): Promise<void> {
  const personId = readSignedToken(STOP_DIGESTS, token);
  const person =
    personId && isUuid(personId) && (await db().person.findUnique({ where: { id: personId }, select: { id: true } }));
  if (!person) throw new Refusal("wrong_link", "Ce lien n’est pas complet. Reprenez-le en entier dans votre e-mail.");
  await keepPreferences(person.id, { rhythm: "never" });
}

async function keepPreferences(
  personId: string,
  kept: { rhythm: PreferencesInput["rhythm"]; remindsWeekBefore?: boolean; remindsDayBefore?: boolean },
): Promise<void> {
  await db().noticePreference.upsert({ where: { personId }, create: { personId, ...kept }, update: kept });
}
