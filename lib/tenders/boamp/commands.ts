import "server-only";
import { recordAct } from "#lib/platform/audit";
import { addDays, columnOfDay, type Day, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { log } from "#lib/platform/log";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { currentTaxonomy } from "#lib/search/taxonomy";
import { type Kept, keepRecords } from "./keeping.ts";
import { type BoampSource, readBoampPage } from "./open-data.ts";
import { boampPage, PAGE_SIZE } from "./schema.ts";

/** The first time, as far back as most deadlines reach. */
const FIRST_DAYS = 35;
/** What a finished reading reads again: notices that were published late, under an earlier day. */
const OVERLAP_DAYS = 3;

export interface Imported extends Kept {
  /** Why it stopped before the end; null: it did not. */
  problem: string | null;
}

interface Place {
  day: Day;
  offset: number;
}

/**
 * Reads the notices published since the last time, day by day, page by page. How far one is moves in the
 * transaction that keeps a page: cut at any point, the next reading goes on from there. Two at once: the
 * one that is overtaken stops.
 *
 * @throws Refusal `forbidden`
 */
export async function importBoamp(
  actor: Actor,
  { source, from }: { source: BoampSource; from?: Day },
  now: Date,
): Promise<Imported> {
  authorize(actor, "import", "Tender", now);
  const sum: Imported = { created: 0, amended: 0, known: 0, left: 0, setAside: 0, problem: null };
  const today = dayOf(now);
  let place: Place | null = await takeUp(from, today, now);
  while (place && place.day <= today) {
    const here: Place = place;
    try {
      const { total_count: total, results } = await readBoampPage(source, here.day, here.offset);
      const read = here.offset + results.length;
      if (results.length === 0 && read < total) throw new Error("Le BOAMP annonce des avis qu’il ne donne pas.");
      const isDayOver = read >= total || results.length < PAGE_SIZE;
      const next = isDayOver ? { day: addDays(here.day, 1), offset: 0 } : { day: here.day, offset: read };
      place = await keepPage(results, here, next, sum, now);
    } catch (error) {
      sum.problem = error instanceof Error ? error.message : String(error);
      log.warn({ reason: sum.problem }, "the BOAMP was not read to the end");
      break;
    }
  }
  await finish(actor, sum, place, now);
  return sum;
}

/**
 * Keeps the notices of a file of the same shape as the API's answers, where no network is. Twice is harmless.
 *
 * @throws Refusal `forbidden`, `wrong_file`
 */
export async function importBoampFile(actor: Actor, file: Buffer, now: Date): Promise<Kept> {
  authorize(actor, "import", "Tender", now);
  const page = parsed(file);
  const { taxonomy } = await currentTaxonomy();
  const sum: Kept = { created: 0, amended: 0, known: 0, left: 0, setAside: 0 };
  for (let start = 0; start < page.length; start += PAGE_SIZE) {
    const records = page.slice(start, start + PAGE_SIZE);
    add(sum, await db().$transaction((tx) => keepRecords(tx, records, taxonomy, now), PATIENT));
  }
  return sum;
}

function parsed(file: Buffer): unknown[] {
  try {
    const content: unknown = JSON.parse(file.toString("utf8"));
    return Array.isArray(content)
      ? content
      : boampPage.extend({ results: boampPage.shape.results.max(10_000) }).parse(content).results;
  } catch {
    throw new Refusal("wrong_file", "Le fichier n’est pas une réponse du BOAMP en JSON ({ total_count, results }).");
  }
}

/** Somebody of the board has seen that a notice was set aside. Harmless twice. @throws Refusal `forbidden` */
export async function noteSetAside(actor: Actor, { key }: { key: string }, now: Date): Promise<void> {
  authorize(actor, "settle", "BoampNotice", now);
  await db().boampNotice.updateMany({ where: { key, outcome: "set_aside", seenAt: null }, data: { seenAt: now } });
}

/** A page makes some ten statements: longer than usual where the machine is busy. */
const PATIENT = { timeout: 60_000, maxWait: 20_000 };

/** Where to begin: where the last one was cut, else some days before its end. */
async function takeUp(from: Day | undefined, today: Day, now: Date): Promise<Place> {
  return db().$transaction(async (tx) => {
    const held = await hold(tx);
    if (held && !held.finishedAt && !from) {
      await tx.boampReading.update({ where: { id: 1 }, data: { triedAt: now }, select: { id: true } });
      return { day: held.day, offset: held.offset };
    }
    const last = held && (held.day < today ? held.day : today);
    const day = from ?? (last ? addDays(last, -OVERLAP_DAYS) : addDays(today, -FIRST_DAYS));
    const data = { day: columnOfDay(day), offset: 0, finishedAt: null, triedAt: now };
    await tx.boampReading.upsert({ where: { id: 1 }, create: { id: 1, ...data }, update: data, select: { id: true } });
    return { day, offset: 0 };
  });
}

/** Keeps a page and moves on, both or neither; null when another reading was faster. */
async function keepPage(records: unknown[], here: Place, next: Place, sum: Imported, now: Date): Promise<Place | null> {
  const { taxonomy } = await currentTaxonomy();
  const kept = await db().$transaction(async (tx) => {
    const held = await hold(tx);
    if (!held || held.day !== here.day || held.offset !== here.offset || held.finishedAt) return null;
    const counted = await keepRecords(tx, records, taxonomy, now);
    const data = { day: columnOfDay(next.day), offset: next.offset };
    await tx.boampReading.update({ where: { id: 1 }, data, select: { id: true } });
    return counted;
  }, PATIENT);
  if (!kept) return null;
  add(sum, kept);
  return next;
}

async function finish(actor: Actor, sum: Imported, place: Place | null, now: Date): Promise<void> {
  // Overtaken: the other one says how it went.
  if (!place && !sum.problem) return;
  await db().$transaction(async (tx) => {
    await tx.boampReading.update({
      where: { id: 1 },
      data: { problem: sum.problem, ...(sum.problem ? {} : { finishedAt: now }) },
      select: { id: true },
    });
    if (sum.created + sum.amended + sum.setAside === 0) return;
    const { created, amended, setAside } = sum;
    await recordAct(tx, actor, {
      action: "import-tenders",
      subject: { kind: "Tender" },
      detail: { created, amended, setAside },
    });
  });
}

async function hold(tx: Tx) {
  await tx.$queryRaw`SELECT 1 FROM boamp_reading WHERE id = 1 FOR UPDATE`;
  const row = await tx.boampReading.findUnique({
    where: { id: 1 },
    select: { day: true, offset: true, finishedAt: true },
  });
  return row && { ...row, day: dayOfColumn(row.day) };
}

function add(sum: Kept, more: Kept): void {
  sum.created += more.created;
  sum.amended += more.amended;
  sum.known += more.known;
  sum.left += more.left;
  sum.setAside += more.setAside;
}
