import "server-only";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { inForceOn } from "#lib/platform/in-force";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { PATIENCE } from "../rules.ts";
import { synthesisFigures } from "./queries.ts";
import type { PresentSynthesisInput, WriteSynthesisInput } from "./schema.ts";

/**
 * Saves the lead's words for the next synthesis. Two people writing at once: the second is told, and
 * keeps what they typed.
 *
 * @throws Refusal `forbidden`, `synthesis_changed`
 */
export async function writeSynthesis(actor: Actor, input: WriteSynthesisInput, now: Date): Promise<void> {
  const { person, commission } = mustLead(actor, input.commission, now);
  await db().$transaction(async (tx) => {
    const draft = await lockDraft(tx, commission.id);
    if ((draft?.updatedAt.toISOString() ?? undefined) !== input.version) {
      throw new Refusal(
        "synthesis_changed",
        "Quelqu’un d’autre a écrit dans cette synthèse depuis que vous l’avez ouverte. Copiez votre texte, rechargez la page, puis complétez le sien.",
        "words",
      );
    }
    const data = { words: input.words, personId: person.personId };
    if (draft) await tx.synthesis.update({ where: { id: draft.id }, data, select: { id: true } });
    else await tx.synthesis.create({ data: { commissionId: commission.id, ...data }, select: { id: true } });
  });
}

/**
 * Presents the synthesis to the board: figures and words are kept as they are now, and the board is
 * told. Gives its id.
 *
 * @throws Refusal `forbidden`
 */
export async function presentSynthesis(actor: Actor, input: PresentSynthesisInput, now: Date): Promise<string> {
  const { person, commission } = mustLead(actor, input.commission, now);
  const last = await db().synthesis.findFirst({
    where: { commissionId: commission.id, presentedAt: { not: null } },
    select: { presentedAt: true },
    orderBy: { presentedAt: "desc" },
  });
  const snapshot = await synthesisFigures(commission.id, last?.presentedAt ?? null, now);
  return db().$transaction(async (tx) => {
    const draft = await lockDraft(tx, commission.id);
    const data = { snapshot, presentedAt: now, personId: person.personId };
    const { id } = draft
      ? await tx.synthesis.update({ where: { id: draft.id }, data, select: { id: true } })
      : await tx.synthesis.create({ data: { commissionId: commission.id, ...data }, select: { id: true } });
    const board = await holders(tx, { function: { notIn: ["lead", "deputy"] } }, now);
    await notify(
      tx,
      board.map(({ personId }) => ({
        personId,
        kind: "synthesis",
        fact: `synthesis ${id}`,
        title: `La commission ${commission.name} présente ce que ses membres attendent.`,
        path: paths.presentedSynthesis(id),
      })),
      now,
    );
    await recordAct(tx, actor, { action: "present-synthesis", subject: { kind: "Synthesis", id } });
    return id;
  });
}

/**
 * Tells the leads of what has waited sixty days for an answer, and the board of what has waited
 * ninety; each person once for each. Gives how many expectations wait.
 */
export async function remindOfUnanswered(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "Expectation", now);
  return db().$transaction(async (tx) => {
    const waiting = await tx.expectation.findMany({
      where: {
        state: { in: ["voiced", "under_study"] },
        mergedIntoId: null,
        voicedAt: { lte: new Date(now.getTime() - PATIENCE.lead * 86_400_000) },
      },
      select: { id: true, title: true, commissionId: true, voicedAt: true },
      orderBy: { voicedAt: "asc" },
      take: 500,
    });
    const mandates = await holders(tx, {}, now);
    const late = new Date(now.getTime() - PATIENCE.board * 86_400_000);
    const notices = waiting.flatMap(({ id, title, commissionId, voicedAt }) =>
      mandates
        .filter((mandate) => (mandate.commissionId === null ? voicedAt <= late : mandate.commissionId === commissionId))
        .map(({ personId, commissionId: led }) => ({
          personId,
          kind: "expectation-unanswered",
          fact: `expectation ${id} unanswered ${led === null ? PATIENCE.board : PATIENCE.lead}`,
          title: `L’attente «\u202f${title}\u202f» est sans réponse depuis ${led === null ? PATIENCE.board : PATIENCE.lead} jours.`,
          path: paths.expectation(id),
        })),
    );
    await notify(tx, notices, now);
    return waiting.length;
  });
}

function mustLead(
  actor: Actor,
  slug: string,
  now: Date,
): { person: PersonActor; commission: PersonActor["commissionsLed"][number] } {
  authorize(actor, "study", "Synthesis", now);
  const commission = actor.kind === "person" ? actor.commissionsLed.find((led) => led.slug === slug) : undefined;
  if (actor.kind !== "person" || !commission) {
    throw new Refusal("forbidden", "Vous n’êtes pas responsable de cette commission.");
  }
  return { person: actor, commission };
}

async function lockDraft(tx: Tx, commissionId: string): Promise<{ id: string; updatedAt: Date } | null> {
  await tx.$queryRaw`SELECT id FROM commission WHERE id = ${commissionId}::uuid FOR UPDATE`;
  return tx.synthesis.findFirst({ where: { commissionId, presentedAt: null }, select: { id: true, updatedAt: true } });
}

/** Who holds which mandate today. */
function holders(tx: Tx, which: { function?: { notIn: ("lead" | "deputy")[] } }, now: Date) {
  return tx.mandate.findMany({
    where: { ...which, ...inForceOn(dayOf(now)) },
    select: { personId: true, commissionId: true },
    distinct: ["personId", "commissionId"],
    take: 200,
  });
}
