import "server-only";
import { notify } from "#lib/notices/commands";
import { speakingOn } from "#lib/people/affiliations/rules";
import { dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { mentionedIn } from "./rules.ts";
import type { CommentInput } from "./schema.ts";

/**
 * Says something about an expectation; whoever follows it, and whoever is called by "@Prénom Nom" in
 * the commission, is told. @throws Refusal `forbidden`, `not_found`, `expectation_is_merged`
 */
export async function commentOnExpectation(actor: Actor, { id, body }: CommentInput, now: Date): Promise<void> {
  authorize(actor, "read", "Expectation", now);
  if (actor.kind !== "person") return;
  await db().$transaction(async (tx) => {
    const expectation = await tx.expectation.findFirst({
      where: { AND: [{ id }, permitted(actor, "read", "Expectation", now)] },
      select: { title: true, commissionId: true, mergedIntoId: true },
    });
    if (!expectation) throw new Refusal("not_found", "Cette attente n’existe pas, ou n’existe plus.");
    if (expectation.mergedIntoId) {
      throw new Refusal(
        "expectation_is_merged",
        "Cette attente a été réunie à une autre\u202f: commentez plutôt celle-là.",
      );
    }
    const comment = await tx.expectationComment.create({
      data: {
        expectationId: id,
        personId: actor.personId,
        structureId: actor.actingFor?.id ?? null,
        body,
        writtenAt: now,
      },
      select: { id: true },
    });
    const mentioned = mentionedIn(body, await peopleOf(tx, expectation.commissionId, now));
    const followers = await tx.expectationFollow.findMany({
      where: { expectationId: id },
      select: { personId: true },
      take: 5_000,
    });
    const told = (personIds: string[], kind: string, title: string) =>
      personIds
        .filter((personId) => personId !== actor.personId)
        .map((personId) => ({ personId, kind, fact: `comment ${comment.id}`, title, path: paths.expectation(id) }));
    await notify(
      tx,
      [
        ...told(mentioned, "mention", `On vous cite au sujet de l’attente «\u202f${expectation.title}\u202f».`),
        ...told(
          followers.map(({ personId }) => personId),
          "expectation-comment",
          `Un commentaire sur l’attente «\u202f${expectation.title}\u202f».`,
        ),
      ],
      now,
    );
  });
}

/** Takes one's own words back; their place stays. Harmless twice. @throws Refusal `forbidden`, `not_found` */
export async function withdrawComment(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  authorize(actor, "read", "Expectation", now);
  if (actor.kind !== "person") return;
  const { count } = await db().expectationComment.updateMany({
    where: { id, personId: actor.personId },
    data: { body: "", withdrawnAt: now },
  });
  if (count === 0) throw new Refusal("not_found", "Ce commentaire n’est pas de vous, ou n’existe plus.");
}

/** The people of the structures of a commission: those whom a comment may call. */
async function peopleOf(tx: Tx, commissionId: string, now: Date) {
  const rows = await tx.person.findMany({
    where: {
      affiliations: {
        some: {
          ...speakingOn(dayOf(now)),
          structure: { status: "active", commissions: { some: { commissionId } } },
        },
      },
    },
    select: { id: true, firstName: true, lastName: true },
    take: 2_000,
  });
  return rows.map(({ id: personId, ...name }) => ({ personId, ...name }));
}
