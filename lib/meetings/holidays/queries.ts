import "server-only";
import { columnOfDay, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** The school holidays that are not over, soonest first. */
export async function listSchoolHolidays(actor: Actor, now: Date) {
  authorize(actor, "administer", "SchoolHoliday", now);
  const rows = await db().schoolHoliday.findMany({
    where: { lastDay: { gte: columnOfDay(dayOf(now)) } },
    orderBy: { firstDay: "asc" },
    take: 50,
    select: { id: true, name: true, firstDay: true, lastDay: true },
  });
  return rows.map(({ firstDay, lastDay, ...holiday }) => ({
    ...holiday,
    firstDay: dayOfColumn(firstDay),
    lastDay: dayOfColumn(lastDay),
  }));
}
