import "server-only";
import { addDays, columnOfDay, type Day, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { type AudienceMonth, monthsOf, totalOf } from "./rules.ts";

export interface AudienceView {
  /** Of the last thirty days, today included. */
  views: number;
  contacts: number;
  /** The last twelve months that have something to tell, newest first. */
  months: AudienceMonth[];
}

/** How often a structure's page was read, and led to a contact; zeros when it is not `actor`'s. */
export async function getAudience(actor: Actor, structureId: string, now: Date): Promise<AudienceView> {
  const today: Day = dayOf(now);
  const rows = await db().audienceDay.findMany({
    where: {
      structureId,
      day: { gt: columnOfDay(addDays(today, -366)) },
      structure: permitted(actor, "update", "Structure", now),
    },
    orderBy: [{ day: "desc" }, { kind: "asc" }],
    select: { day: true, kind: true, count: true },
  });
  const recent = rows.filter(({ day }) => day > columnOfDay(addDays(today, -30)));
  return { ...totalOf(recent), months: monthsOf(rows) };
}
