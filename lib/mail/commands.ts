import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/**
 * Puts a dead message back into the queue, with all its attempts before it.
 *
 * @throws Refusal `forbidden`; `mail_not_dead` when it is on its way or gone
 */
export async function resendMail(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  authorize(actor, "resend", "Mail", now);
  await db().$transaction(async (tx) => {
    const { count } = await tx.mail.updateMany({
      where: { id, state: "dead" },
      data: { state: "queued", attempts: 0, nextAttemptAt: now },
    });
    if (count === 0) throw new Refusal("mail_not_dead", "Ce message est déjà reparti.");
    await recordAct(tx, actor, { action: "resend-mail", subject: { kind: "Mail", id } });
  });
}
