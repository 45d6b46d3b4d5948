import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import type { Tx } from "#lib/platform/db";
import { fold } from "#lib/platform/slug";
import type { Taxonomy } from "#lib/search/taxonomy";
import { communeNamed } from "#lib/territory/communes";
import { skillsAskedBy } from "../cpv/rules.ts";
import { moveDeadline, noteResemblances, setWithdrawn, tellOfNew } from "../spotting.ts";
import { type BoampFacts, type BoampReading, readRecord } from "./rules.ts";

/** What became of the records of a page. */
export interface Kept {
  created: number;
  amended: number;
  /** Kept before, and unchanged. */
  known: number;
  left: number;
  setAside: number;
}

type Read = Extract<BoampReading, { outcome: "read" }>;
type Wrong = Extract<BoampReading, { outcome: "wrong" }>;

/** A tender, and the notice that makes or changes it. */
interface Dated {
  id: string;
  facts: BoampFacts;
}

/** A notice as it was last kept. */
interface Known {
  key: string;
  fingerprint: string;
  tenderId: string | null;
}

interface Row {
  key: string;
  outcome: "tender" | "amendment" | "set_aside";
  tenderId: string | null;
  reason: string;
  fingerprint: string;
  raw: Prisma.InputJsonValue;
}

/**
 * Keeps the records of a page, in the transaction that moves on: each notice once, whatever is read twice;
 * an amendment changes the tender of the notice it follows; one that a member posted already is recognised
 * by its buyer's reference. What is malformed is set aside with its reason.
 */
export async function keepRecords(tx: Tx, records: unknown[], taxonomy: Taxonomy, now: Date): Promise<Kept> {
  const readings = records.map((record) => readRecord(record, now));
  const read = readings.filter((reading) => reading.outcome === "read");
  const wrong = readings.filter((reading) => reading.outcome === "wrong");
  const known = await knownNotices(tx, [
    ...read.flatMap(({ facts }) => [facts.key, ...facts.related]),
    ...wrong.map(({ key }) => key),
  ]);
  const { created, amended, rows, sum } = sortOut(read, known, await tendersByReference(tx, read));
  sum.left += readings.length - read.length - wrong.length;
  const refused = await createTenders(tx, created, taxonomy, now);
  // In their order: an amendment may follow its notice in the same page.
  for (const { id, facts } of amended) await amend(tx, id, facts, now);
  for (const [key, row] of rows) {
    if (!row.tenderId || !refused.has(row.tenderId)) continue;
    sum.created -= 1;
    rows.set(key, {
      ...row,
      outcome: "set_aside",
      tenderId: null,
      reason: "Un avis du même acheteur porte déjà cette référence.",
    });
  }
  for (const one of wrong) {
    const before = known.get(one.key);
    // What was read of it before stays: only this version is set aside.
    const key = before?.tenderId ? `${one.key} (${one.fingerprint.slice(0, 8)})` : one.key;
    if (before?.fingerprint === one.fingerprint) sum.known += 1;
    else rows.set(key, rowOfWrong({ ...one, key }));
  }
  sum.setAside = [...rows.values()].filter(({ outcome }) => outcome === "set_aside").length;
  await keepNotices(tx, [...rows.values()], now);
  const ids = created.flatMap(({ id }) => (refused.has(id) ? [] : [id]));
  await noteResemblances(tx, ids);
  await tellOfNew(tx, ids, null, now);
  return sum;
}

/** Which of the notices make a tender, which change one, and which say nothing new; both maps follow along the page. */
function sortOut(read: Read[], known: Map<string, Known>, byReference: Map<string, string>) {
  const created: Dated[] = [];
  const amended: Dated[] = [];
  const rows = new Map<string, Row>();
  const sum: Kept = { created: 0, amended: 0, known: 0, left: 0, setAside: 0 };
  for (const reading of read) {
    const { facts, fingerprint, isOfTrade } = reading;
    const { key } = facts;
    const before = known.get(key);
    if (before?.fingerprint === fingerprint) {
      sum.known += 1;
      continue;
    }
    const followed = before?.tenderId ?? facts.related.flatMap((id) => known.get(id)?.tenderId ?? [])[0];
    const same = followed ?? (facts.reference ? byReference.get(referenceKey(facts)) : undefined);
    if (!same && (facts.kind === "cancellation" || !isOfTrade)) {
      sum.left += 1;
      continue;
    }
    const tenderId = same ?? randomUUID();
    const outcome = followed && facts.kind !== "initial" ? "amendment" : "tender";
    (same ? amended : created).push({ id: tenderId, facts });
    sum[same ? "amended" : "created"] += 1;
    known.set(key, { key, fingerprint, tenderId });
    if (facts.reference) byReference.set(referenceKey(facts), tenderId);
    rows.set(key, rowOf(reading, outcome, tenderId));
  }
  return { created, amended, rows, sum };
}

async function knownNotices(tx: Tx, keys: string[]): Promise<Map<string, Known>> {
  const rows = await tx.boampNotice.findMany({
    where: { key: { in: keys } },
    select: { key: true, fingerprint: true, tenderId: true },
  });
  return new Map(rows.map((row) => [row.key, row]));
}

const referenced = z.array(z.object({ id: z.uuid(), buyer: z.string(), reference: z.string() }));

/** The tenders that bear the same references of the same buyers, posted or imported. */
async function tendersByReference(tx: Tx, read: Read[]): Promise<Map<string, string>> {
  const references = read.flatMap(({ facts }) => facts.reference ?? []);
  if (references.length === 0) return new Map();
  const rows = await tx.$queryRaw`
    SELECT id, buyer, reference FROM tender
     WHERE "mergedIntoId" IS NULL AND plain(reference) IN (SELECT plain(r) FROM unnest(${references}::text[]) r)`;
  return new Map(referenced.parse(rows).map(({ id, ...names }) => [referenceKey(names), id]));
}

function referenceKey({ buyer, reference }: { buyer: string; reference: string | null }): string {
  return `${fold(buyer)} | ${fold(reference ?? "")}`;
}

/** What an amendment, or the official notice of what a member posted, changes: the deadline, or that it is no more. */
async function amend(tx: Tx, id: string, facts: BoampFacts, now: Date): Promise<void> {
  const tender = await tx.tender.findUnique({
    where: { id },
    select: { id: true, subject: true, respondBefore: true, withdrawnAt: true, mergedIntoId: true },
  });
  if (!tender) return;
  if (tender.mergedIntoId) return amend(tx, tender.mergedIntoId, facts, now);
  if (facts.kind !== "cancellation") return moveDeadline(tx, tender, facts.respondBefore, null, now);
  if (tender.withdrawnAt) return;
  await setWithdrawn(tx, tender, now, now);
}

/** Three statements however many there are; gives the ids of those that the database refused to have twice. */
async function createTenders(tx: Tx, created: Dated[], taxonomy: Taxonomy, now: Date): Promise<Set<string>> {
  if (created.length === 0) return new Set();
  await tx.tender.createMany({
    data: created.map(({ id, facts: { key: _key, kind: _kind, related: _related, lots: _lots, ...facts } }) => ({
      id,
      ...facts,
      communeInsee: facts.city ? (communeNamed(facts.city)?.insee ?? null) : null,
      postedAt: now,
      updatedAt: now,
    })),
    skipDuplicates: true,
  });
  const ids = created.map(({ id }) => id);
  const kept = await tx.tender.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const isKept = new Set(kept.map(({ id }) => id));
  const lots = created.flatMap(({ id: tenderId, facts }) =>
    isKept.has(tenderId) ? facts.lots.map((lot) => ({ id: randomUUID(), tenderId, ...lot })) : [],
  );
  await tx.tenderLot.createMany({ data: lots });
  await tx.tenderLotSkill.createMany({
    data: lots.flatMap((lot) =>
      skillsAskedBy(lot, taxonomy.concepts).flatMap((slug) => {
        const skillId = taxonomy.skills.get(slug)?.id;
        return skillId ? [{ lotId: lot.id, skillId }] : [];
      }),
    ),
  });
  return new Set(ids.filter((id) => !isKept.has(id)));
}

/** One statement: a notice that came again, changed, takes the place of what it said before. */
async function keepNotices(tx: Tx, rows: Row[], now: Date): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    ({ key, outcome, tenderId, reason, fingerprint, raw }) =>
      Prisma.sql`(${key}, ${outcome}::boamp_outcome, ${tenderId}::uuid, ${reason}, ${fingerprint}, ${JSON.stringify(raw)}::jsonb, ${now})`,
  );
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO boamp_notice (key, outcome, "tenderId", reason, fingerprint, raw, "readAt") VALUES ${Prisma.join(values)}
    ON CONFLICT (key) DO UPDATE SET outcome = excluded.outcome, "tenderId" = excluded."tenderId", reason = excluded.reason,
      fingerprint = excluded.fingerprint, raw = excluded.raw, "readAt" = excluded."readAt", "seenAt" = NULL`);
}

function rowOf({ facts, fingerprint, raw }: Read, outcome: "tender" | "amendment", tenderId: string): Row {
  return { key: facts.key, outcome, tenderId, reason: "", fingerprint, raw: raw ?? {} };
}

function rowOfWrong({ key, fingerprint, reason, raw }: Wrong): Row {
  return { key, outcome: "set_aside", tenderId: null, reason, fingerprint, raw: raw ?? {} };
}
