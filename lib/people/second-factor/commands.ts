import "server-only";
import { generateSecret, verify } from "otplib";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { SESSION_SECONDS } from "#lib/platform/session-cookie";
import { forgetTries, tryUnderEach } from "#lib/platform/throttle";
import { fingerprintOf, seal, unseal } from "#lib/platform/tokens";
import { authorize } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { securityMessage } from "../security-message.ts";
import { mustHaveFreshProof } from "../sessions/commands.ts";
import { TRIES_PER_ADDRESS } from "../sessions/rules.ts";
import { newRecoveryCode, RECOVERY_CODES, SEALED_FOR, type TypedCode } from "./rules.ts";
import type { FactorInput } from "./schema.ts";

/**
 * Draws a secret for `actor`'s application; asked of nobody before it is confirmed. Begun twice, the
 * first drawing is worth nothing.
 *
 * @throws Refusal `stale_proof`, `factor_already_on`
 */
export async function beginSecondFactor(actor: PersonActor, now: Date): Promise<void> {
  authorize(actor, "update", "Person", now);
  await mustHaveFreshProof(actor, now);
  const { personId } = actor;
  const sealedSecret = seal(SEALED_FOR, generateSecret());
  await db().$transaction(async (tx) => {
    await tx.secondFactor.deleteMany({ where: { personId, confirmedAt: null } });
    const { count } = await tx.secondFactor.createMany({
      data: [{ personId, sealedSecret, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("factor_already_on", "Votre second facteur est déjà en service.");
  });
}

/**
 * Puts the second factor into service with a first code of the application, and gives the recovery
 * codes: the only time they are known. Other sessions will be asked for it at their next request.
 *
 * @throws Refusal `too_many_codes`, `wrong_code`, `no_factor`
 */
export async function confirmSecondFactor(actor: PersonActor, { code }: FactorInput, now: Date): Promise<string[]> {
  authorize(actor, "update", "Person", now);
  const { personId, sessionId } = actor;
  return await withCode(actor, personId, code, { isConfirmed: false }, now, async (tx) => {
    await tx.secondFactor.update({ where: { personId }, data: { confirmedAt: now }, select: { personId: true } });
    await tx.session.updateMany({ where: { id: sessionId }, data: { factorAt: now } });
    await recordAct(tx, actor, { action: "add-second-factor", subject: { kind: "Person", id: personId } });
    return await replaceRecoveryCodes(tx, personId);
  });
}

/**
 * Gives the second factor to a session that waits for it.
 *
 * @throws Refusal `no_entry`, `too_many_codes`, `wrong_code`
 */
export async function passSecondFactor(
  actor: Actor,
  { code, sessionId }: FactorInput & { sessionId: string },
  now: Date,
): Promise<void> {
  const waiting = { id: sessionId, factorAt: null, expiresAt: { gt: now }, person: { suspension: { is: null } } };
  const session = await db().session.findFirst({ where: waiting, select: { personId: true } });
  if (!session) throw new Refusal("no_entry", "Cette connexion a trop attendu. Recommencez depuis le début.");
  const { personId } = session;
  await withCode(actor, personId, code, { isConfirmed: true }, now, async (tx) => {
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
    await tx.session.updateMany({ where: waiting, data: { factorAt: now, provenAt: now, expiresAt } });
    const detail = { by: code.kind };
    await recordAct(tx, actor, { action: "pass-second-factor", subject: { kind: "Person", id: personId }, detail });
    if (code.kind === "recovery") await tellOf(tx, personId, "recovery");
  });
}

/**
 * New recovery codes in place of the old ones, against a code.
 *
 * @throws Refusal `too_many_codes`, `wrong_code`, `no_factor`
 */
export async function replaceCodes(actor: PersonActor, { code }: FactorInput, now: Date): Promise<string[]> {
  authorize(actor, "update", "Person", now);
  const { personId } = actor;
  return await withCode(actor, personId, code, { isConfirmed: true }, now, async (tx) => {
    await recordAct(tx, actor, { action: "replace-recovery-codes", subject: { kind: "Person", id: personId } });
    return await replaceRecoveryCodes(tx, personId);
  });
}

/**
 * Takes the second factor away, against a code and a fresh proof.
 *
 * @throws Refusal `stale_proof`, `too_many_codes`, `wrong_code`, `no_factor`
 */
export async function removeSecondFactor(actor: PersonActor, { code }: FactorInput, now: Date): Promise<void> {
  authorize(actor, "update", "Person", now);
  await mustHaveFreshProof(actor, now);
  const { personId } = actor;
  await withCode(actor, personId, code, { isConfirmed: true }, now, (tx) => dropFactor(tx, actor, personId));
}

/**
 * The operator's way out for somebody who lost application and recovery codes, once they were recognised
 * by other means. False: they have none.
 *
 * @throws Refusal `forbidden`
 */
export async function resetSecondFactor(actor: Actor, email: string, now: Date): Promise<boolean> {
  authorize(actor, "administer", "Person", now);
  return await db().$transaction(async (tx) => {
    const factor = await tx.secondFactor.findFirst({
      where: { person: { email: email.toLowerCase() }, confirmedAt: { not: null } },
      select: { personId: true },
    });
    if (!factor) return false;
    await dropFactor(tx, actor, factor.personId);
    return true;
  });
}

/**
 * Runs `then` when the code is right, in the transaction that uses it up. A wrong one is counted, and
 * noted in the audit log.
 */
async function withCode<T>(
  actor: Actor,
  personId: string,
  code: TypedCode,
  { isConfirmed }: { isConfirmed: boolean },
  now: Date,
  then: (tx: Tx) => Promise<T>,
): Promise<T> {
  const tries = `second-factor ${personId}`;
  // Six digits can be guessed, a recovery code cannot: it stays open to whoever is being guessed at.
  if (code.kind === "digits" && !(await tryUnderEach(tries, TRIES_PER_ADDRESS, now))) {
    throw new Refusal("too_many_codes", "Trop d’essais. Attendez un peu, ou saisissez un code de secours.", "code");
  }
  const done = await db().$transaction(async (tx) => {
    const isRight = await spend(tx, personId, code, isConfirmed, now);
    if (isRight) return { result: await then(tx) };
    await recordAct(tx, actor, { action: "fail-second-factor", subject: { kind: "Person", id: personId } });
    return null;
  });
  if (!done) {
    const advice =
      code.kind === "digits"
        ? "Ce code ne convient pas\u202f: attendez le suivant, et vérifiez l’heure de votre téléphone."
        : "Ce code de secours ne convient pas, ou il a déjà servi.";
    throw new Refusal("wrong_code", advice, "code");
  }
  await forgetTries(tries, TRIES_PER_ADDRESS);
  return done.result;
}

/** Whether the code is right; if so it never is again. */
async function spend(tx: Tx, personId: string, code: TypedCode, isConfirmed: boolean, now: Date): Promise<boolean> {
  const factor = await tx.secondFactor.findFirst({
    where: { personId, confirmedAt: isConfirmed ? { not: null } : null },
    select: { sealedSecret: true, lastTimeStep: true },
  });
  if (!factor) throw new Refusal("no_factor", "Aucun second facteur n’attend ce code. Rechargez la page.");
  if (code.kind === "recovery") {
    const { count } = await tx.recoveryCode.deleteMany({ where: { personId, fingerprint: fingerprintOf(code.code) } });
    return count === 1;
  }
  const secret = unseal(SEALED_FOR, factor.sealedSecret);
  if (!secret) return false;
  const checked = await verify({
    secret,
    token: code.code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: 30,
  });
  if (!checked.valid || !("timeStep" in checked)) return false;
  // RFC 6238, 5.2: a code is accepted once, also when two requests bring it together.
  const { count } = await tx.secondFactor.updateMany({
    where: { personId, lastTimeStep: { lt: checked.timeStep } },
    data: { lastTimeStep: checked.timeStep },
  });
  return count === 1;
}

async function replaceRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ personId, fingerprint: fingerprintOf(code.replaceAll("-", "")) })),
  });
  return codes;
}

async function dropFactor(tx: Tx, actor: Actor, personId: string): Promise<void> {
  await tx.secondFactor.delete({ where: { personId }, select: { personId: true } });
  await recordAct(tx, actor, { action: "remove-second-factor", subject: { kind: "Person", id: personId } });
  await tellOf(tx, personId, "factor");
}

async function tellOf(tx: Tx, personId: string, what: "recovery" | "factor"): Promise<void> {
  const { email, firstName } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, firstName: true },
  });
  await queueMail(tx, {
    kind: "security-notice",
    to: { address: email, personId },
    message: securityMessage(firstName, what),
  });
}
