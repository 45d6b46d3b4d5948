import "server-only";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

const PER_PAGE = 50;
const NAME = { select: { firstName: true, lastName: true, erasedAt: true } } as const;

/** A page of the discussion, the last words first. */
export async function listMessages(actor: Actor, { id, page }: { id: string; page: number }, now: Date) {
  const where = { consortium: { AND: [{ id }, readable(actor, "Consortium", now)] } };
  const [rows, total] = await Promise.all([
    db().consortiumMessage.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: { id: true, body: true, writtenAt: true, structureName: true, person: NAME },
    }),
    db().consortiumMessage.count({ where }),
  ]);
  return { items: rows.map(({ person, ...row }) => ({ ...row, by: nameOf(person) })), total, perPage: PER_PAGE };
}

/** The last entries of the log, the newest first. */
export async function listEntries(actor: Actor, id: string, now: Date) {
  const rows = await db().consortiumEntry.findMany({
    relationLoadStrategy: "join",
    where: { consortium: { AND: [{ id }, readable(actor, "Consortium", now)] } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 200,
    select: { id: true, kind: true, text: true, at: true, person: NAME },
  });
  return rows.map(({ person, ...row }) => ({ ...row, by: row.kind === "decision" ? nameOf(person) : null }));
}

function nameOf(person: { firstName: string; lastName: string; erasedAt: Date | null } | null): string {
  return person && !person.erasedAt ? `${person.firstName} ${person.lastName}` : "Un ancien membre";
}
