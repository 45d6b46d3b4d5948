import "server-only";
import { notify } from "#lib/notices/commands";
import { speakingOn } from "#lib/people/affiliations/rules";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { fold, slugify } from "#lib/platform/slug";
import { authorize, permitted } from "#lib/policy/ability";
import { type Actor, type OwnStructure, personIdOf } from "#lib/policy/actor";
import { findCommune } from "#lib/territory/communes";
import { closeFilled } from "../applications/acceptance/commands.ts";
import { findHouse, findOwnOffer, type OwnOffer } from "./queries.ts";
import { daysOf, isUnfinished, lawChecks } from "./rules.ts";
import type { OfferInput } from "./schema.ts";

/**
 * Saves an offer: a new one is a draft of the structure `actor` acts for. The same form sent twice is one offer;
 * somebody who saved since it was opened is not overwritten. One that was published stays within the law, and
 * the day it promised to those who wait for an answer is not put off.
 *
 * @throws Refusal `forbidden`, `offer_changed`, `unknown_trade` on `commission`, `unknown_town` on `city`,
 *   `unfinished`, `law`, `internship_promise_stands` on `answerBy`
 */
export async function saveOffer(actor: Actor, input: OfferInput, now: Date): Promise<void> {
  const house = houseOf(actor, now);
  const data = await columnsOf(actor, input, now);
  await db().$transaction(async (tx) => {
    if (input.version) {
      await holdHouse(tx, actor, input.id, now);
      const kept = await tx.internship.updateMany({
        where: {
          AND: [{ id: input.id, updatedAt: new Date(input.version) }, permitted(actor, "publish", "Internship", now)],
        },
        data,
      });
      if (kept.count === 0) return await mustBeTheSame(tx, actor, input, data, now);
      const offer = await own(tx, actor, input.id, now);
      if (offer.publishedAt) await mustBePublishable(tx, actor, offer, now);
      // As many places as were taken: none is left to apply for.
      const isFull = offer.publishedAt && !offer.closedAt && offer._count.applications >= offer.places;
      if (isFull) await closeFilled(tx, offer.id, now);
    } else {
      // The end of the id sets apart offers of one title: an address is never somebody else's.
      const slug = `${slugify(input.title).slice(0, 70) || "stage"}-${input.id.slice(-6)}`;
      const own = { id: input.id, slug, structureId: house.id, authorId: personIdOf(actor), createdAt: now };
      const made = await tx.internship.createMany({ data: [{ ...data, ...own }], skipDuplicates: true });
      if (made.count === 0) return await mustBeTheSame(tx, actor, input, data, now);
    }
    await recordAct(tx, actor, { action: "save-internship", subject: { kind: "Internship", id: input.id } });
  });
}

/**
 * Puts an offer online, when its deadline is to come and the law lets it; the schools that see it first are
 * told. Harmless twice.
 *
 * @throws Refusal `forbidden`, `deadline_passed`, `unfinished`, `law`
 */
export async function publishOffer(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdHouse(tx, actor, id, now);
    const offer = await own(tx, actor, id, now);
    mustBeInTime(offer, now);
    await mustBePublishable(tx, actor, offer, now);
    const { count } = await tx.internship.updateMany({ where: { id, publishedAt: null }, data: { publishedAt: now } });
    if (count === 0) return;
    await recordAct(tx, actor, { action: "publish-internship", subject: { kind: "Internship", id } });
    await tellSchools(tx, offer, now);
  });
}

/** Takes an offer back. Harmless twice. @throws Refusal `forbidden` */
export async function closeOffer(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await own(tx, actor, id, now);
    const { count } = await tx.internship.updateMany({
      where: { id, publishedAt: { not: null }, closedAt: null },
      data: { closedAt: now, closedBecause: "withdrawn" },
    });
    if (count === 0) return;
    await recordAct(tx, actor, { action: "close-internship", subject: { kind: "Internship", id } });
  });
}

/**
 * Puts an offer that was closed online again, when the law still lets it beside the others. Harmless twice.
 *
 * @throws Refusal `forbidden`, `deadline_passed`, `unfinished`, `law`
 */
export async function reopenOffer(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdHouse(tx, actor, id, now);
    const offer = await own(tx, actor, id, now);
    mustBeInTime(offer, now);
    await mustBePublishable(tx, actor, offer, now);
    const { count } = await tx.internship.updateMany({
      where: { id, closedAt: { not: null } },
      data: { closedAt: null, closedBecause: null },
    });
    if (count === 0) return;
    await recordAct(tx, actor, { action: "reopen-internship", subject: { kind: "Internship", id } });
  });
}

/** Deletes what was never published. @throws Refusal `forbidden`, `published` */
export async function discardOffer(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await own(tx, actor, id, now);
    const { count } = await tx.internship.deleteMany({ where: { id, publishedAt: null } });
    if (count === 0) throw new Refusal("published", "Cette offre a été publiée\u202f: fermez-la plutôt.");
    await recordAct(tx, actor, { action: "discard-internship", subject: { kind: "Internship", id } });
  });
}

/** Holds the structure of an offer until the transaction is over: of two that it publishes at once, one sees the other. */
async function holdHouse(tx: Tx, actor: Actor, id: string, now: Date): Promise<void> {
  const { structureId } = await own(tx, actor, id, now);
  await tx.$queryRaw`SELECT 1 FROM structure WHERE id = ${structureId}::uuid FOR NO KEY UPDATE`;
}

async function own(tx: Tx, actor: Actor, id: string, now: Date): Promise<OwnOffer> {
  const offer = await findOwnOffer(actor, id, now, tx);
  if (offer) return offer;
  throw forbidden();
}

/** Said whole and within the law, beside what its structure has published. */
async function mustBePublishable(tx: Tx, actor: Actor, offer: OwnOffer, now: Date): Promise<void> {
  if (isUnfinished(offer)) {
    throw new Refusal("unfinished", "Complétez d’abord ce qui est entre crochets, ou enlevez-le.");
  }
  const checks = lawChecks(daysOf(offer), await findHouse(actor, offer, now, tx));
  const refused = checks.find(({ verdict }) => verdict === "refusal");
  if (refused) throw new Refusal("law", `${refused.words} (${refused.source})`);
}

function mustBeInTime({ applyBefore }: { applyBefore: Date }, now: Date): void {
  if (dayOfColumn(applyBefore) >= dayOf(now)) return;
  throw new Refusal("deadline_passed", "La date limite est passée\u202f: repoussez-la d’abord.");
}

function houseOf(actor: Actor, now: Date): OwnStructure {
  authorize(actor, "publish", "Internship", now);
  if (actor.kind === "person" && actor.actingFor?.isActive) return actor.actingFor;
  throw forbidden();
}

function forbidden(): Refusal {
  return new Refusal("forbidden", "Cette offre n’est pas de votre structure.");
}

async function columnsOf(actor: Actor, input: OfferInput, now: Date) {
  const { id: _id, version: _version, copiedFrom, commission, city, stipend, skills, ...facts } = input;
  const trade = await db().commission.findUnique({ where: { slug: commission }, select: { id: true } });
  if (!trade) throw new Refusal("unknown_trade", "Choisissez un métier de la liste.", "commission");
  const commune = city ? findCommune(city) : undefined;
  if (city && !commune) throw new Refusal("unknown_town", "Choisissez une commune de la liste.", "city");
  const previous = copiedFrom ? await findOwnOffer(actor, copiedFrom, now) : null;
  return {
    ...facts,
    skills: await namedSkills(skills),
    commissionId: trade.id,
    communeInsee: commune?.insee ?? null,
    hourlyStipendCents: stipend,
    startsOn: columnOfDay(facts.startsOn),
    endsOn: columnOfDay(facts.endsOn),
    applyBefore: columnOfDay(facts.applyBefore),
    answerBy: columnOfDay(facts.answerBy),
    tutorName: facts.tutorName || null,
    tutorRole: facts.tutorRole || null,
    shownFirstTo: await schoolsAmong(facts.shownFirstTo),
    shownFirstUntil: facts.shownFirstUntil ? columnOfDay(facts.shownFirstUntil) : null,
    ...(previous ? { copiedFromId: previous.id } : {}),
  };
}
type Columns = Awaited<ReturnType<typeof columnsOf>>;

/** Skills under the name that the taxonomy gives them, where it knows them: one skill is searched under one name. */
async function namedSkills(typed: string[]): Promise<string[]> {
  const known = await db().skill.findMany({ take: 1_000, orderBy: { label: "asc" }, select: { label: true } });
  const labels = new Map(known.map(({ label }) => [fold(label), label]));
  return [...new Set(typed.map((skill) => labels.get(fold(skill)) ?? skill))];
}

async function schoolsAmong(ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const schools = await db().structure.findMany({
    where: { id: { in: ids }, kind: "school", status: "active" },
    orderBy: { id: "asc" },
    take: ids.length,
    select: { id: true },
  });
  if (schools.length === 0) throw new Refusal("unknown_school", "Choisissez une école de la liste.", "shownFirstTo");
  return schools.map(({ id }) => id);
}

/** Sent twice, the second changes nothing; anything else means that somebody saved meanwhile, or that it is not theirs. */
async function mustBeTheSame(tx: Tx, actor: Actor, { id }: OfferInput, data: Columns, now: Date): Promise<void> {
  const kept = await tx.internship.findFirst({
    where: { AND: [{ id }, permitted(actor, "publish", "Internship", now)] },
  });
  if (!kept) throw forbidden();
  const asked: Record<string, unknown> = data;
  const saved: Record<string, unknown> = kept;
  if (Object.keys(asked).every((name) => JSON.stringify(asked[name]) === JSON.stringify(saved[name]))) return;
  throw new Refusal("offer_changed", "Quelqu’un a modifié cette offre entre-temps. Rechargez la page pour la relire.");
}

async function tellSchools(tx: Tx, { id, slug, title, shownFirstTo, structure }: OwnOffer, now: Date): Promise<void> {
  if (shownFirstTo.length === 0) return;
  const people = await tx.affiliation.findMany({
    where: {
      structureId: { in: shownFirstTo },
      ...speakingOn(dayOf(now)),
    },
    orderBy: { id: "asc" },
    take: 200,
    select: { personId: true },
  });
  await notify(
    tx,
    people.map(({ personId }) => ({
      personId,
      kind: "internship-first",
      fact: `internship ${id} first`,
      title: `${structure.name} vous montre d’abord une offre de stage\u202f: ${title}`,
      path: paths.readableInternship(slug),
    })),
    now,
  );
}
