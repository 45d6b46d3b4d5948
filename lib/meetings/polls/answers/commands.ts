import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { findLinkedInvitation, loadPoll } from "../queries.ts";
import type { AnswerInput } from "../schema.ts";

/**
 * Keeps somebody's answers, by the link of their own mail or as the person signed in. May be changed
 * until the poll closes.
 *
 * @throws Refusal `wrong_link`, `poll_over`
 */
export async function answerPoll(actor: Actor, { token, pollId, answers }: AnswerInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const invitation = token
      ? await findLinkedInvitation(tx, token)
      : await tx.pollInvitation.findFirst({
          where: { AND: [{ pollId: pollId ?? "" }, permitted(actor, "reply", "PollInvitation", now)] },
          select: { pollId: true, personId: true },
        });
    if (!invitation) throw new Refusal("wrong_link", "Ce lien n’est pas complet, ou n’est plus valable.");
    const { personId } = invitation;
    // Answers and the closing wait for each other.
    await tx.$queryRaw`SELECT 1 FROM poll WHERE id = ${invitation.pollId}::uuid FOR SHARE`;
    const poll = await loadPoll(tx, invitation.pollId, now);
    if (!poll.voters.some(({ id }) => id === personId)) {
      throw new Refusal(
        "wrong_link",
        "Vous ne faites plus partie de cette commission\u202f: votre réponse n’est plus attendue.",
      );
    }
    if (!poll.isOpen) throw new Refusal("poll_over", "Ce sondage est clos\u202f: les réponses ne changent plus.");
    const open = new Set(poll.slots.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id }) => id));
    for (const { slotId, choice } of answers.filter((answer) => open.has(answer.slotId))) {
      await tx.pollAnswer.upsert({
        where: { slotId_personId: { slotId, personId } },
        create: { slotId, personId, choice, answeredAt: now },
        update: { choice, answeredAt: now },
        select: { slotId: true },
      });
    }
  });
}
