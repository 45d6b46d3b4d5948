import "server-only";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { HolidayInput } from "./schema.ts";

/** Adds school holidays. @throws Refusal `forbidden`; the constraints `school_holiday_in_order`, `…_no_overlap` */
export async function addSchoolHoliday(actor: Actor, input: HolidayInput, now: Date): Promise<void> {
  authorize(actor, "administer", "SchoolHoliday", now);
  const { name, firstDay, lastDay } = input;
  await db().$transaction(async (tx) => {
    const { id } = await tx.schoolHoliday.create({
      data: { name, firstDay: columnOfDay(firstDay), lastDay: columnOfDay(lastDay) },
      select: { id: true },
    });
    await recordAct(tx, actor, { action: "add-school-holiday", subject: { kind: "SchoolHoliday", id } });
  });
}

/** Takes school holidays out again. Harmless twice. */
export async function removeSchoolHoliday(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  authorize(actor, "administer", "SchoolHoliday", now);
  await db().$transaction(async (tx) => {
    const { count } = await tx.schoolHoliday.deleteMany({ where: { id } });
    if (count > 0)
      await recordAct(tx, actor, { action: "remove-school-holiday", subject: { kind: "SchoolHoliday", id } });
  });
}
