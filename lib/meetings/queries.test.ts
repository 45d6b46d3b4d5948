import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { listRhythms } from "./queries.ts";

const DAY = 86_400_000;
const slug = `rythme-${randomUUID()}`;
const now = new Date("2031-03-10T12:00:00Z");
let commissionId = "";

beforeAll(async () => {
  ({ id: commissionId } = await db().commission.create({
    data: { slug, name: "Rythme", mission: "…", position: 1_000 },
    select: { id: true },
  }));
});

afterAll(async () => {
  await db().event.deleteMany({ where: { commissionId } });
  await db().commission.delete({ where: { id: commissionId } });
});

async function addMeeting(daysFromNow: number, { cancelled = false, visibility = "public" as const } = {}) {
  const startsAt = new Date(now.getTime() + daysFromNow * DAY);
  await db().event.create({
    data: {
      slug: `${slug}-${daysFromNow + 500}`,
      kind: "commission_meeting",
      title: "Réunion",
      visibility,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 7_200_000),
      commissionId,
      ...(cancelled ? { cancellation: { create: { reason: "Neige" } } } : {}),
    },
  });
}

async function rhythm() {
  return (await listRhythms(now)).find((one) => one.slug === slug)?.rhythm;
}

test("only meetings that were held, or will be, count: a cancelled one gives no delay", async () => {
  expect(await rhythm()).toMatchObject({ lastOn: null, nextOn: null, state: "due" });
  await addMeeting(-70);
  await addMeeting(-20, { cancelled: true });
  expect(await rhythm()).toMatchObject({ lastOn: "2030-12-30", nextOn: null, state: "late" });
  await addMeeting(5, { cancelled: true });
  expect(await rhythm()).toMatchObject({ state: "late" });
  await addMeeting(12);
  expect(await rhythm()).toMatchObject({ nextOn: "2031-03-22", state: "planned_late" });
});
