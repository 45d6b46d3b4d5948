import "server-only";
import { addDays, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { AuditFilter } from "./schema.ts";

/** One act, with the names that its ids stand for today. */
export interface AuditView {
  id: bigint;
  at: Date;
  /** Null: the portal itself, or the operator. */
  person: string | null;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  /** The subject's name; null when it has none, or is no more. */
  subject: string | null;
  detail: unknown;
}

const PER_PAGE = 50;

/** A page of the log, the last act first, before the entry `before`; `next` is where the page after begins. */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter,
  before: bigint | null,
  now: Date,
): Promise<{ items: AuditView[]; next: bigint | null }> {
  const { person, action, subjectKind, subjectId, from, to } = filter;
  const contains = { contains: person ?? "", mode: "insensitive" as const };
  const rows = await db().auditEntry.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        readable(actor, "AuditEntry", now),
        before === null ? {} : { id: { lt: before } },
        action ? { action } : {},
        subjectKind ? { subjectKind } : {},
        subjectId ? { subjectId } : {},
        from ? { at: { gte: fromParis(from, "00:00") } } : {},
        to ? { at: { lt: fromParis(addDays(to, 1), "00:00") } } : {},
        person ? { person: { OR: [{ firstName: contains }, { lastName: contains }, { email: contains }] } } : {},
      ],
    },
    orderBy: { id: "desc" },
    take: PER_PAGE + 1,
    select: {
      id: true,
      at: true,
      action: true,
      subjectKind: true,
      subjectId: true,
      detail: true,
      person: { select: { firstName: true, lastName: true } },
    },
  });
  const page = rows.slice(0, PER_PAGE);
  const names = await namesOf(page);
  return {
    items: page.map(({ person: who, ...row }) => ({
      ...row,
      person: who && `${who.firstName} ${who.lastName}`,
      subject: names.get(row.subjectId ?? "") ?? null,
    })),
    next: rows.length > PER_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** The acts that the log knows, for its filter. */
export async function listAuditedActions(actor: Actor, now: Date): Promise<string[]> {
  const rows = await db().auditEntry.groupBy({
    by: ["action"],
    where: readable(actor, "AuditEntry", now),
    orderBy: { action: "asc" },
    take: 200,
  });
  return rows.map(({ action }) => action);
}

async function namesOf(entries: { subjectKind: string; subjectId: string | null }[]): Promise<Map<string, string>> {
  const ids = (kind: string) =>
    entries.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind && subjectId ? [subjectId] : []));
  const [people, structures, campaigns, internships] = await Promise.all([
    db().person.findMany({
      where: { id: { in: ids("Person") } },
      take: PER_PAGE,
      select: { id: true, firstName: true, lastName: true },
    }),
    db().structure.findMany({
      where: { id: { in: ids("Structure") } },
      take: PER_PAGE,
      select: { id: true, name: true },
    }),
    db().campaign.findMany({
      where: { id: { in: ids("Campaign") } },
      take: PER_PAGE,
      select: { id: true, subject: true },
    }),
    db().internship.findMany({
      where: { id: { in: ids("Internship") } },
      take: PER_PAGE,
      select: { id: true, title: true },
    }),
  ]);
  return new Map([
    ...people.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`] as const),
    ...structures.map(({ id, name }) => [id, name] as const),
    ...internships.map(({ id, title }) => [id, `«\u202f${title}\u202f»`] as const),
    ...campaigns.map(({ id, subject }) => [id, `«\u202f${subject}\u202f»`] as const),
  ]);
}
