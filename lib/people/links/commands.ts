import "server-only";
import { randomInt } from "node:crypto";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths, safeNext } from "#lib/platform/paths";
import { tryAgain } from "#lib/platform/throttle";
import { fingerprintOf, newSecret } from "#lib/platform/tokens";
import type { Actor } from "#lib/policy/actor";
import { type Circumstances, openSession } from "../sessions/commands.ts";
import { noAccountMessage, signInMessage, suspendedMessage } from "./messages.ts";
import { CODE_TRIES, LINK_MINUTES, LINKS_PER_ADDRESS, LINKS_PER_NETWORK, linkState } from "./rules.ts";
import type { CodeInput, LinkInput, LinkRequestInput } from "./schema.ts";

/**
 * A way in for `personId`, to be put into a message of the same transaction (invitation, welcome,
 * reminder): gives the path for its `action` block. Whoever opens it sees a button, which signs them in
 * and leads to `next`, once. Mark the message `isSecret`: its body holds the only copy.
 *
 * `minutes` is how long it lasts: a quarter of an hour for somebody who waits for it, 14 days at most
 * for somebody who does not. When it is over, its page sends a new one to the person's address.
 */
export async function addSignInLink(
  tx: Tx,
  personId: string,
  { next, now, minutes = LINK_MINUTES }: { next: string; now: Date; minutes?: number },
): Promise<string> {
  const secret = newSecret();
  await tx.signInLink.create({ data: { personId, ...rowOf(secret, { next, now, minutes }) }, select: { id: true } });
  return paths.signInLink(secret);
}

/**
 * Sends a link and six digits to this address, and gives the secret that the browser keeps: the digits
 * are worth nothing without it. Known, unknown and suspended addresses get the same answer after the
 * same statements; the message itself says which it is, to the owner of the mailbox alone. Where
 * newcomers are welcome, an unknown address gets a link too: using it makes the account of this name.
 *
 * @throws Refusal `too_many_links`
 */
export async function requestSignInLink(
  _actor: Actor,
  { email, next, newcomer = null }: LinkRequestInput & { newcomer?: Name | null },
  { now, from }: Pick<Circumstances, "now" | "from">,
): Promise<string> {
  await mustBeAllowed(email, from, now);
  const request = newSecret();
  await db().$transaction(async (tx) => {
    const person = await tx.person.findUnique({
      relationLoadStrategy: "join",
      where: { email },
      select: { id: true, firstName: true, suspension: { select: { personId: true } } },
    });
    await sendLink(tx, person, { email, next: safeNext(next), now, request, newcomer });
  });
  return request;
}

/**
 * Another link for the person of an old one, used or expired: the mailbox is the same, nothing is typed.
 *
 * @throws Refusal `unknown_link`, `too_many_links`
 */
export async function renewSignInLink(
  _actor: Actor,
  { secret }: LinkInput,
  { now, from }: Pick<Circumstances, "now" | "from">,
): Promise<{ email: string; next: string; request: string }> {
  const link = await db().signInLink.findUnique({
    relationLoadStrategy: "join",
    where: { fingerprint: fingerprintOf(secret) },
    select: {
      next: true,
      newcomer: { select: { email: true, firstName: true, lastName: true } },
      person: { select: { id: true, email: true, firstName: true, suspension: { select: { personId: true } } } },
    },
  });
  const email = link?.person?.email ?? link?.newcomer?.email;
  if (!link || !email) throw unknownLink();
  const { person, newcomer, next } = link;
  await mustBeAllowed(email, from, now);
  const request = newSecret();
  await db().$transaction((tx) => sendLink(tx, person, { email, next, now, request, newcomer }));
  return { email, next, request };
}

/**
 * Signs in whoever holds the secret of a link, once.
 *
 * @throws Refusal `unknown_link`, `expired_link`, `used_link`
 */
export async function signInByLink(
  actor: Actor,
  { secret }: LinkInput,
  circumstances: Circumstances,
): Promise<{ sessionId: string; next: string }> {
  const { now } = circumstances;
  const fingerprint = fingerprintOf(secret);
  const link = await db().signInLink.findUnique({
    relationLoadStrategy: "join",
    where: { fingerprint },
    select: {
      id: true,
      personId: true,
      next: true,
      usedAt: true,
      expiresAt: true,
      newcomer: { select: { linkId: true } },
      person: { select: { suspension: { select: { personId: true } } } },
    },
  });
  if (!link || (!link.personId && !link.newcomer) || link.person?.suspension) throw unknownLink();
  const { id, personId: known, next } = link;
  const sessionId = await db().$transaction(async (tx) => {
    const { count } = await tx.signInLink.updateMany({
      where: { fingerprint, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return null;
    return await openSession(tx, actor, known ?? (await welcome(tx, id)), "link", circumstances);
  });
  if (sessionId) return { sessionId, next };
  const isExpired = linkState(link, now) === "expired";
  const code = isExpired ? "expired_link" : "used_link";
  await db().$transaction((tx) =>
    recordAct(tx, actor, {
      action: "refuse-link",
      subject: { kind: "Person", ...(known ? { id: known } : {}) },
      detail: { why: code },
    }),
  );
  throw new Refusal(
    code,
    isExpired
      ? "Ce lien a expiré. Demandez-en un nouveau, il arrive aussitôt."
      : "Ce lien a déjà servi. Demandez-en un nouveau, il arrive aussitôt.",
  );
}

/**
 * Signs in the browser that asked, with the six digits of the message. Three tries a request.
 *
 * @throws Refusal `dead_code`, `wrong_code`
 */
export async function signInByCode(
  actor: Actor,
  { code, request }: CodeInput & { request: string },
  circumstances: Circumstances,
): Promise<{ sessionId: string; next: string }> {
  const { now } = circumstances;
  const requestFingerprint = fingerprintOf(request);
  // Counted before it is compared: a hundred tries at once are a hundred tries.
  const { count: left } = await db().signInLink.updateMany({
    where: { requestFingerprint, usedAt: null, expiresAt: { gt: now }, codeTries: { lt: CODE_TRIES } },
    data: { codeTries: { increment: 1 } },
  });
  if (left === 0) {
    throw new Refusal("dead_code", "Ce code ne vaut plus rien. Demandez un nouveau message, il arrive aussitôt.");
  }
  const entered = await db().$transaction(async (tx) => {
    const [link] = await tx.signInLink.updateManyAndReturn({
      where: {
        requestFingerprint,
        codeFingerprint: codeFingerprintOf(request, code),
        usedAt: null,
        OR: [{ person: { suspension: { is: null } } }, { newcomer: { isNot: null } }],
      },
      data: { usedAt: now },
      select: { id: true, personId: true, next: true },
    });
    if (!link) return null;
    const personId = link.personId ?? (await welcome(tx, link.id));
    return { sessionId: await openSession(tx, actor, personId, "code", circumstances), next: link.next };
  });
  if (!entered) {
    throw new Refusal("wrong_code", "Ce code n’est pas celui du dernier message. Vérifiez les six chiffres.", "code");
  }
  return entered;
}

async function mustBeAllowed(email: string, from: string, now: Date): Promise<void> {
  const [address, network] = await Promise.all([
    tryAgain(`link:${email}`, LINKS_PER_ADDRESS, now),
    tryAgain(`link-from:${from}`, LINKS_PER_NETWORK, now),
  ]);
  if (address && network) return;
  throw new Refusal(
    "too_many_links",
    "Plusieurs messages sont déjà partis vers cette adresse\u202f: le dernier lien reste valable. Regardez aussi les indésirables, ou réessayez dans un quart d’heure.",
  );
}

/**
 * Makes the account of a newcomer whose link has just been used, and gives its id: that of the address's
 * owner when somebody made one meanwhile.
 *
 * @throws Refusal `unknown_link`
 */
async function welcome(tx: Tx, linkId: string): Promise<string> {
  const { email, firstName, lastName } = await tx.newcomer.delete({
    where: { linkId },
    select: { email: true, firstName: true, lastName: true },
  });
  await tx.person.createMany({ data: [{ email, firstName, lastName }], skipDuplicates: true });
  const person = await tx.person.findUniqueOrThrow({
    where: { email },
    select: { id: true, suspension: { select: { personId: true } } },
  });
  if (person.suspension) throw unknownLink();
  await tx.signInLink.update({ where: { id: linkId }, data: { personId: person.id }, select: { id: true } });
  return person.id;
}

interface Name {
  firstName: string;
  lastName: string;
}

interface Wanted {
  email: string;
  next: string;
  now: Date;
  request: string;
  newcomer: Name | null;
}

/** One row and one message, whoever the address belongs to. */
async function sendLink(
  tx: Tx,
  person: { id: string; firstName: string; suspension: object | null } | null,
  { email, next, now, request, newcomer }: Wanted,
): Promise<void> {
  const secret = newSecret();
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const mayEnter = person !== null && person.suspension === null;
  await tx.signInLink.create({
    data: {
      personId: mayEnter ? person.id : null,
      ...rowOf(secret, { next, now, minutes: LINK_MINUTES }),
      requestFingerprint: fingerprintOf(request),
      codeFingerprint: codeFingerprintOf(request, code),
      ...(!person && newcomer
        ? { newcomer: { create: { email, firstName: newcomer.firstName, lastName: newcomer.lastName } } }
        : {}),
    },
    select: { id: true },
  });
  const message =
    person && !mayEnter
      ? suspendedMessage(person.firstName)
      : person || newcomer
        ? signInMessage((person ?? newcomer)?.firstName ?? "", paths.signInLink(secret), code)
        : noAccountMessage(email);
  await queueMail(tx, {
    kind: "sign-in-link",
    to: { address: email, ...(person ? { personId: person.id } : {}) },
    message,
    isSecret: true,
  });
}

function rowOf(secret: string, { next, now, minutes }: { next: string; now: Date; minutes: number }) {
  return {
    fingerprint: fingerprintOf(secret),
    next,
    createdAt: now,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
  };
}

/** A million codes are soon hashed: with the request's secret they cannot be, even from the database. */
function codeFingerprintOf(request: string, code: string): string {
  return fingerprintOf(`${request} ${code}`);
}

function unknownLink(): Refusal {
  return new Refusal("unknown_link", "Ce lien n’est pas complet, ou n’est plus connu. Demandez-en un nouveau.");
}
