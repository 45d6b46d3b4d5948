import "server-only";
import { dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { can, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** How far the BOAMP was read, and whether the last time went well; null: never, or not for `actor`. */
export async function findReading(actor: Actor, now: Date) {
  if (!can(actor, "read", "BoampNotice", now)) return null;
  const row = await db().boampReading.findUnique({
    where: { id: 1 },
    select: { day: true, finishedAt: true, problem: true, triedAt: true },
  });
  return row && { ...row, day: dayOfColumn(row.day) };
}

const PER_PAGE = 20;

/** The notices that could not be taken and nobody saw to yet, the latest first; from page 1. */
export async function listSetAside(actor: Actor, page: number, now: Date) {
  const where = { AND: [{ outcome: "set_aside" as const, seenAt: null }, readable(actor, "BoampNotice", now)] };
  const [rows, total] = await Promise.all([
    db().boampNotice.findMany({
      where,
      orderBy: [{ readAt: "desc" }, { key: "asc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: { key: true, reason: true, readAt: true, raw: true },
    }),
    db().boampNotice.count({ where }),
  ]);
  return {
    items: rows.map(({ raw, ...row }) => ({ ...row, raw: JSON.stringify(raw, null, 2) })),
    total,
    perPage: PER_PAGE,
  };
}
