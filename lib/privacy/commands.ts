import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { queueMail } from "#lib/mail/outbox";
import { keepABoard, lockMandateEnds } from "#lib/mandates/commands";
import { BOARD_FUNCTIONS } from "#lib/mandates/rules";
import { keepAnAdministrator, lockAdministrators } from "#lib/people/accounts/commands";
import { mustHaveFreshProof } from "#lib/people/sessions/commands";
import { recordAct } from "#lib/platform/audit";
import { addDays, addMonths, columnOfDay, type Day, dayOf, formatDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { formatList } from "#lib/platform/french";
import { inForceOn } from "#lib/platform/in-force";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { listSoleReferences } from "./queries.ts";
import type { Holder } from "./register/words.ts";
import { REGISTER } from "./register.ts";
import { RETENTION, UNUSED_MONTHS, unusedSince } from "./retention.ts";
import type { EraseInput } from "./schema.ts";

/**
 * Erases the account of whoever asks: what can go goes, what history needs stays without a name. Their
 * sessions end with it.
 *
 * @throws Refusal `forbidden`; `stale_proof`; `wrong_confirmation`; `last_reference` while an active structure
 *   has nobody else to speak for it; `last_administrator`, `last_board_mandate` while nobody could take over
 */
export async function eraseOwnAccount(actor: Actor, { confirmation }: EraseInput, now: Date): Promise<void> {
  authorize(actor, "erase", "Person", now);
  if (actor.kind !== "person") throw new Refusal("forbidden", "Vous n’avez pas de compte à effacer.");
  // Already erased, by a second press of the button: every session ended with it.
  if ((await db().session.count({ where: { id: actor.sessionId } })) === 0) return;
  await mustHaveFreshProof(actor, now);
  if (confirmation !== actor.email) {
    throw new Refusal("wrong_confirmation", `Tapez votre adresse, ${actor.email}, pour confirmer.`, "confirmation");
  }
  const holder = { id: actor.personId, email: actor.email };
  await db().$transaction((tx) => erase(tx, actor, holder, now));
}

/**
 * Ends what has been kept long enough: each rule of `RETENTION` in a transaction of its own, then the
 * accounts that nobody uses. The log keeps counts only. Harmless twice.
 */
export async function applyRetention(actor: Actor, now: Date): Promise<Record<string, number>> {
  authorize(actor, "administer", "Person", now);
  const done: Record<string, number> = {};
  for (const { name, apply } of RETENTION) {
    if (!apply) continue;
    await db().$transaction(async (tx) => {
      done[name] = await apply(tx, now);
      if (done[name] > 0) await recordRetention(tx, actor, name, done[name]);
    });
  }
  done.warned = await warnUnused(actor, now);
  done.accounts = await eraseUnused(actor, now);
  return done;
}

async function recordRetention(tx: Tx, actor: Actor, rule: string, count: number): Promise<void> {
  await recordAct(tx, actor, {
    action: "apply-retention",
    subject: { kind: "Retention", id: rule },
    detail: { count },
  });
}

/** Everything of one person, in the order of the register. */
async function erase(tx: Tx, actor: Actor, holder: Holder, now: Date): Promise<void> {
  // Two who speak for the same structure and leave at once wait for each other.
  await tx.$queryRaw`
    SELECT 1 FROM structure WHERE id IN (SELECT "structureId" FROM affiliation WHERE "personId" = ${holder.id}::uuid)
     ORDER BY id FOR NO KEY UPDATE`;
  const alone = await listSoleReferences(actor, holder.id, now, tx);
  if (alone.length > 0) {
    throw new Refusal(
      "last_reference",
      `Vous êtes seul à parler pour ${formatList(alone.map(({ name }) => name))}. Confiez d’abord ce rôle à quelqu’un, ou demandez au club le départ de la structure.`,
    );
  }
  await lockAdministrators(tx);
  await lockMandateEnds(tx);
  const held = await tx.person.findUniqueOrThrow({ where: { id: holder.id }, select: heldOn(dayOf(now)) });
  for (const entry of REGISTER) await entry.erase?.(tx, holder, now);
  if (held.administrator) await keepAnAdministrator(tx);
  if (held.mandates.length > 0) await keepABoard(tx, "board_member", addDays(dayOf(now), 1), true);
  await queueMail(tx, {
    kind: "account-erased",
    to: { address: holder.email },
    message: {
      subject: "Votre compte TacTic est effacé",
      greeting: "Bonjour",
      blocks: [
        {
          text: "Votre compte et ce qu’il contenait sont effacés. Ce que l’histoire du club doit garder ne porte plus votre nom.",
        },
        { text: "Si ce n’est pas vous qui l’avez demandé, répondez à ce message." },
      ],
      why: "Dernier message à cette adresse\u202f: le portail ne la garde plus.",
    },
  });
  await recordAct(tx, actor, { action: "erase-person", subject: { kind: "Person", id: holder.id } });
}

/** What the club cannot be left without: the administration, a seat on its board. */
const heldOn = (day: Day) =>
  ({
    administrator: { select: { personId: true } },
    mandates: { where: { AND: [{ function: { in: [...BOARD_FUNCTIONS] } }, inForceOn(day)] }, select: { id: true } },
  }) satisfies Prisma.PersonSelect;

/** More than will ever fall due on one day: the rest waits for the next. */
const MOST_A_DAY = 500;

/** Tells those whose account will be erased in a month how to keep it: by signing in. */
async function warnUnused(actor: Actor, now: Date): Promise<number> {
  const today = dayOf(now);
  const people = await db().person.findMany({
    where: {
      AND: [
        unusedSince(now, UNUSED_MONTHS - 1),
        { OR: [{ lastSignIn: { is: null } }, { lastSignIn: { is: { warnedOn: null } } }] },
      ],
    },
    orderBy: { id: "asc" },
    take: MOST_A_DAY,
    select: { id: true, email: true, firstName: true, lastName: true, createdAt: true },
  });
  if (people.length === 0) return 0;
  return await db().$transaction(async (tx) => {
    const ids = people.map(({ id }) => id);
    await tx.lastSignIn.createMany({
      data: people.map(({ id, createdAt }) => ({ personId: id, day: columnOfDay(dayOf(createdAt)) })),
      skipDuplicates: true,
    });
    // Whom another process has warned meanwhile is not warned again.
    const warned = await tx.$queryRaw<{ personId: string }[]>`
      UPDATE last_sign_in SET "warnedOn" = ${columnOfDay(today)}::date
       WHERE "personId" = ANY(${ids}::uuid[]) AND "warnedOn" IS NULL RETURNING "personId"`;
    const told = new Set(warned.map(({ personId }) => personId));
    await queueMail(tx, ...people.filter(({ id }) => told.has(id)).map((person) => warningTo(person, today)));
    if (told.size > 0) await recordRetention(tx, actor, "warned", told.size);
    return told.size;
  });
}

function warningTo(person: { id: string; email: string; firstName: string; lastName: string }, today: string) {
  return {
    kind: "account-unused",
    to: { address: person.email, name: `${person.firstName} ${person.lastName}`, personId: person.id },
    message: {
      subject: "Votre compte TacTic sera bientôt effacé",
      greeting: `Bonjour ${person.firstName}`,
      blocks: [
        {
          text: `Personne ne s’est connecté à votre compte depuis près de deux ans. Pour ne pas garder vos données sans raison, nous l’effacerons le ${formatDay(addMonths(today, 1))}.`,
        },
        { text: "Pour le garder, il suffit de vous connecter une fois. Pour le laisser s’effacer, ne faites rien." },
        { action: { label: "Me connecter", path: paths.ownData } },
      ],
      why: "Message de service\u202f: vous le recevez parce qu’un compte du portail porte cette adresse.",
    },
  };
}

const IRREPLACEABLE = ["last_reference", "last_administrator", "last_board_mandate"];

/** Erases the accounts that were warned a month ago and that nobody has used since. */
async function eraseUnused(actor: Actor, now: Date): Promise<number> {
  const warnedBefore = columnOfDay(addDays(dayOf(now), -30));
  const unused = {
    AND: [unusedSince(now, UNUSED_MONTHS), { lastSignIn: { is: { warnedOn: { lte: warnedBefore } } } }],
  };
  const people = await db().person.findMany({
    where: unused,
    orderBy: { id: "asc" },
    take: MOST_A_DAY,
    select: { id: true, email: true },
  });
  let erased = 0;
  for (const holder of people) {
    const isErased = await db()
      .$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${holder.id}::uuid FOR UPDATE`;
        // Asked again behind the lock: somebody may have signed in, or another process have erased it.
        if ((await tx.person.count({ where: { AND: [{ id: holder.id }, unused] } })) === 0) return false;
        await erase(tx, actor, holder, now);
        return true;
      })
      .catch((error: unknown) => {
        // A lapsed structure whose other people need a référent, a club without another administrator: it waits.
        if (error instanceof Refusal && IRREPLACEABLE.includes(error.code)) return false;
        throw error;
      });
    if (isErased) erased += 1;
  }
  return erased;
}
