import "server-only";
import { recordAct } from "#lib/platform/audit";
import { fromParis } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { fold } from "#lib/platform/slug";
import { authorize, permitted } from "#lib/policy/ability";
import { type Actor, type PersonActor, personIdOf } from "#lib/policy/actor";
import { currentTaxonomy } from "#lib/search/taxonomy";
import { communeNamed } from "#lib/territory/communes";
import { skillsAskedBy } from "./cpv/rules.ts";
import { holdKept, mergeInto } from "./merging.ts";
import { isToCome } from "./rules.ts";
import type { EditTenderInput, ResemblanceInput, TenderInput } from "./schema.ts";
import { moveDeadline, noteResemblances, setWithdrawn, tellOfNew } from "./spotting.ts";

type LotInput = TenderInput["lots"][number];

/**
 * Posts a notice for all members; those who asked to are told. Without lots it has one, the whole. A lot
 * without skills asks for those its title or its codes name. Gives its id.
 *
 * @throws Refusal `forbidden`, `no_structure`, `deadline_past`, `unknown_skill`, `tender_known_by_reference`
 */
export async function postTender(actor: Actor, input: TenderInput, now: Date): Promise<string> {
  authorize(actor, "publish", "Tender", now);
  const { person, structureId } = speaker(actor);
  const respondBefore = deadlineOf(input, now);
  const lots = await rowsOf(input.lots.length > 0 ? input.lots : [wholeOf(input)]);
  return db().$transaction(async (tx) => {
    const { id } = await tx.tender.create({
      data: {
        ...factsOf(input),
        respondBefore,
        postedAt: now,
        updatedAt: now,
        postedById: person.personId,
        postedForId: structureId,
        lots: {
          create: lots.map(({ skillIds, ...lot }, index) => ({ ...lot, number: index + 1, ...asking(skillIds) })),
        },
      },
      select: { id: true },
    });
    await noteResemblances(tx, [id]);
    await tellOfNew(tx, [id], person.personId, now);
    await recordAct(tx, actor, { action: "post-tender", subject: { kind: "Tender", id } });
    return id;
  });
}

/**
 * Corrects a notice, or what an amendment changed. A lot left out is withdrawn, never deleted: answers may
 * rely on it. A deadline that moves is kept in the history and told to those who raised a hand.
 *
 * @throws Refusal `forbidden`, `not_found`, `deadline_past`, `edited_meanwhile`, `unknown_skill`,
 *   `tender_known_by_reference`
 */
export async function editTender(actor: Actor, { id, ...input }: EditTenderInput, now: Date): Promise<void> {
  const lots = await rowsOf(input.lots.length > 0 ? input.lots : [wholeOf(input)]);
  await db().$transaction(async (tx) => {
    const tender = await mustHold(tx, actor, id, now);
    if (input.version && tender.updatedAt.toISOString() !== input.version) {
      throw new Refusal(
        "edited_meanwhile",
        "Quelqu’un vient de modifier cet avis. Ouvrez-le dans un autre onglet, reportez-y ce qui manque ici.",
      );
    }
    const respondBefore = deadlineOf(input, now, tender.respondBefore);
    await tx.tender.update({ where: { id }, data: { ...factsOf(input), updatedAt: now }, select: { id: true } });
    await moveDeadline(tx, tender, respondBefore, personIdOf(actor), now);
    await replaceLots(tx, id, lots, now);
    await recordAct(tx, actor, { action: "edit-tender", subject: { kind: "Tender", id } });
  });
}

/**
 * Says that a consultation is no more, or was posted by mistake. Harmless twice.
 *
 * @throws Refusal `forbidden`, `not_found`
 */
export async function withdrawTender(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const tender = await mustHold(tx, actor, id, now);
    if (tender.withdrawnAt) return;
    await setWithdrawn(tx, tender, now, now);
    await recordAct(tx, actor, { action: "withdraw-tender", subject: { kind: "Tender", id } });
  });
}

/** Takes that back. Harmless twice. @throws Refusal `forbidden`, `not_found` */
export async function restoreTender(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const tender = await mustHold(tx, actor, id, now);
    if (!tender.withdrawnAt) return;
    await setWithdrawn(tx, tender, null, now);
    await recordAct(tx, actor, { action: "restore-tender", subject: { kind: "Tender", id } });
  });
}

/**
 * Says whether a notice and the older one it looks like are the same. If so the older is shown instead, hands
 * raised for the newer go there, and their people are told. Settled once.
 *
 * @throws Refusal `forbidden`, `not_found`
 */
export async function settleResemblance(actor: Actor, { id, answer }: ResemblanceInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const tender = await mustHold(tx, actor, id, now);
    const found = await tx.tenderResemblance.findUnique({
      where: { tenderId: id },
      select: { settledAt: true, olderId: true },
    });
    if (!found || found.settledAt) return;
    await tx.tenderResemblance.update({
      where: { tenderId: id },
      data: { settledAt: now, settledById: personIdOf(actor) },
      select: { tenderId: true },
    });
    if (answer === "same") {
      const keptId = await holdKept(tx, found.olderId);
      // The older one was merged into this one meanwhile: they are one already.
      if (keptId !== id) await mergeInto(tx, tender, keptId, now);
    }
    await recordAct(tx, actor, {
      action: "settle-resemblance",
      subject: { kind: "Tender", id },
      detail: { to: answer },
    });
  });
}

/** The tender, held against whoever else edits it, when the actor may. */
async function mustHold(tx: Tx, actor: Actor, id: string, now: Date) {
  authorize(actor, "update", "Tender", now);
  await tx.$queryRaw`SELECT 1 FROM tender WHERE id = ${id}::uuid FOR UPDATE`;
  const tender = await tx.tender.findFirst({
    where: { AND: [{ id, mergedIntoId: null }, permitted(actor, "update", "Tender", now)] },
    select: { id: true, subject: true, respondBefore: true, withdrawnAt: true, updatedAt: true },
  });
  if (!tender) throw new Refusal("not_found", "Cet avis n’existe pas, ou une autre structure le tient à jour.");
  return tender;
}

function speaker(actor: Actor): { person: PersonActor; structureId: string } {
  if (actor.kind !== "person" || !actor.actingFor?.isActive) {
    throw new Refusal("no_structure", "Choisissez d’abord au nom de quelle structure adhérente vous parlez.");
  }
  return { person: actor, structureId: actor.actingFor.id };
}

/** A deadline that stands may be past while the rest is put right; a new one may not. */
function deadlineOf({ day, time }: { day: string; time: string }, now: Date, standing?: Date): Date {
  const respondBefore = fromParis(day, time);
  if (respondBefore.getTime() !== standing?.getTime() && !isToCome(respondBefore, now)) {
    throw new Refusal(
      "deadline_past",
      "Cette échéance est passée\u202f: indiquez une date et une heure à venir.",
      "day",
    );
  }
  return respondBefore;
}

function factsOf({ buyer, subject, reference, url, procedure, rule, estimate, city, departments }: TenderInput) {
  const communeInsee = city ? (communeNamed(city)?.insee ?? null) : null;
  return {
    buyer,
    subject,
    reference,
    url,
    procedure,
    multipleCandidacyRule: rule,
    estimatedCents: estimate,
    city,
    communeInsee,
    departments: departments.length > 0 ? departments : communeInsee ? [communeInsee.slice(0, 2)] : [],
  };
}

function wholeOf({ subject }: TenderInput): LotInput {
  return { id: undefined, title: subject.slice(0, 300), cpv: [], skills: [], estimate: null, rule: null };
}

interface LotRow {
  id?: string;
  title: string;
  cpvCodes: string[];
  estimatedCents: bigint | null;
  multipleCandidacyRule: LotInput["rule"];
  skillIds: string[];
}

/** The lots as they are kept. @throws Refusal `unknown_skill`, at the field of the lot */
async function rowsOf(lots: LotInput[]): Promise<LotRow[]> {
  const { taxonomy } = await currentTaxonomy();
  const idOfLabel = new Map([...taxonomy.skills.values()].map(({ id, label }) => [fold(label), id]));
  return lots.map(({ id, title, cpv, skills, estimate, rule }, index) => {
    const asked = skillsAskedBy({ title, cpvCodes: cpv }, taxonomy.concepts);
    const skillIds =
      skills.length > 0
        ? skills.map((label) => idOfLabel.get(fold(label)) ?? refuseSkill(label, index))
        : asked.flatMap((slug) => taxonomy.skills.get(slug)?.id ?? []);
    return {
      ...(id ? { id } : {}),
      title,
      cpvCodes: cpv,
      estimatedCents: estimate,
      multipleCandidacyRule: rule,
      skillIds: [...new Set(skillIds)],
    };
  });
}

function refuseSkill(label: string, index: number): never {
  throw new Refusal(
    "unknown_skill",
    `«\u202f${label.slice(0, 60)}\u202f» n’est pas dans la liste commune des compétences.`,
    `lots[${index}].skills`,
  );
}

function asking(skillIds: string[]) {
  return { skills: { create: skillIds.map((skillId) => ({ skillId })) } };
}

/** Writes the lots again, each under the number it had; new ones come after all that ever were. */
async function replaceLots(tx: Tx, tenderId: string, lots: LotRow[], now: Date): Promise<void> {
  const known = await tx.tenderLot.findMany({ where: { tenderId }, select: { id: true, number: true } });
  const ids = new Set(known.map(({ id }) => id));
  const kept = lots.flatMap(({ id }) => (id && ids.has(id) ? [id] : []));
  await tx.tenderLot.updateMany({
    where: { tenderId, id: { notIn: kept }, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  let last = Math.max(0, ...known.map(({ number }) => number));
  for (const { id, skillIds, ...lot } of lots) {
    if (id && ids.has(id)) {
      await tx.tenderLot.update({
        where: { id },
        data: { ...lot, withdrawnAt: null, skills: { deleteMany: {}, ...asking(skillIds).skills } },
        select: { id: true },
      });
    } else {
      last += 1;
      await tx.tenderLot.create({
        data: { ...lot, tenderId, number: last, ...asking(skillIds) },
        select: { id: true },
      });
    }
  }
}
