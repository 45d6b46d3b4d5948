import "server-only";
import { getClub } from "#lib/club/queries";
import { type Day, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { Actor } from "#lib/policy/actor";
import { writeReport } from "../documents.ts";
import { daysOfYear, membershipYearOf } from "../rules.ts";
import { getFeeRules } from "../schedule/queries.ts";
import type { ReportFacts } from "./rules.ts";
import { countFacts } from "./sql.ts";

/** What the club brought to one of the actor's structures. */
export interface Report {
  structure: { id: string; name: string };
  /** The membership year, and those that can be looked at, the latest first. */
  year: number;
  years: number[];
  period: { first: Day; last: Day };
  firstMonth: number;
  facts: ReportFacts;
}

/**
 * What the club brought to the structure `structureId` in a membership year (the current one unless
 * given); null when the year is not one of its membership, or the structure not one of the actor's: who
 * bids with whom is not even the board's to know.
 */
export async function findReport(
  actor: Actor,
  { structureId, year }: { structureId: string; year?: number },
  now: Date,
): Promise<Report | null> {
  if (actor.kind !== "person" || !actor.structures.some(({ id }) => id === structureId)) return null;
  const structure = await db().structure.findUnique({
    where: { id: structureId },
    select: { id: true, name: true, joinedOn: true },
  });
  if (!structure) return null;
  const { firstMonth } = await getFeeRules(actor, now);
  const current = membershipYearOf(dayOf(now), firstMonth);
  const joined = membershipYearOf(dayOfColumn(structure.joinedOn), firstMonth);
  const years = Array.from({ length: Math.max(1, current - joined + 1) }, (_, index) => current - index);
  const chosen = year ?? current;
  if (!years.includes(chosen)) return null;
  const period = daysOfYear(chosen, firstMonth);
  const facts = (await countFacts(db(), [structureId], period)).get(structureId);
  if (!facts) return null;
  return {
    structure: { id: structure.id, name: structure.name },
    year: chosen,
    years,
    period,
    firstMonth,
    facts,
  };
}

/** The same as a document to keep. */
export async function findReportPdf(actor: Actor, which: { structureId: string; year?: number }, now: Date) {
  const report = await findReport(actor, which, now);
  return report && (await writeReport(report, await getClub(), dayOf(now)));
}
