import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { hashPassword } from "../passwords.ts";
import { securityMessage } from "../security-message.ts";
import { mustHaveFreshProof } from "../sessions/commands.ts";
import { commonPasswords } from "./dictionary.ts";
import { passwordProblem } from "./rules.ts";
import type { PasswordInput } from "./schema.ts";

/**
 * Gives `actor` a password, the first or another. Every other session and every link under way ends
 * with the old one.
 *
 * @throws Refusal `stale_proof`, `weak_password`
 */
export async function choosePassword(actor: PersonActor, { password }: PasswordInput, now: Date): Promise<void> {
  authorize(actor, "update", "Person", now);
  await mustHaveFreshProof(actor, now);
  const { personId, sessionId } = actor;
  const owner = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: { email: true, firstName: true, lastName: true },
  });
  const problem = passwordProblem(password, owner, await commonPasswords());
  if (problem) throw new Refusal("weak_password", problem, "password");
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    await tx.person.update({ where: { id: personId }, data: { passwordHash }, select: { id: true } });
    const { count } = await tx.session.deleteMany({ where: { personId, id: { not: sessionId } } });
    await tx.signInLink.deleteMany({ where: { personId, usedAt: null } });
    const subject = { kind: "Person", id: personId };
    await recordAct(tx, actor, { action: "change-password", subject, detail: { endedSessions: count } });
    await queueMail(tx, {
      kind: "security-notice",
      to: { address: owner.email, personId },
      message: securityMessage(owner.firstName, "password"),
    });
  });
}
