import { afterAll, describe, expect, test } from "vitest";
import { columnOfDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../test/cast.ts";
import { addCommission, removeOwnCommissions } from "../../../test/own-commissions.ts";
import { findHandoverPdf, findMandateFile, listComingMandates } from "./queries.ts";

afterAll(removeOwnCommissions);

const now = new Date("2027-03-01T10:00:00Z");

async function handing() {
  const own = await addCommission();
  const [next, other] = own.members;
  if (!next || !other) throw new Error("no members");
  const { id: commissionId, slug } = own.commission;
  await db().mandate.updateMany({ where: { commissionId }, data: { endsOn: columnOfDay("2027-03-31") } });
  await db().mandate.create({
    data: { personId: next.id, function: "lead", commissionId, startsOn: columnOfDay("2027-04-01") },
    select: { id: true },
  });
  await db().event.create({
    data: {
      slug: `reunion-${commissionId}`,
      kind: "commission_meeting",
      title: "Réunion",
      startsAt: new Date("2027-02-01T18:00:00Z"),
      endsAt: new Date("2027-02-01T20:00:00Z"),
      commissionId,
      meeting: { create: { minutes: { create: { body: "Brouillon" } } } },
    },
    select: { id: true },
  });
  return { ...own, next, other, slug };
}

describe("the file of a mandate", () => {
  test("tells its lead, who follows and the board what is due, what was done and who to write to; nobody else", async () => {
    const { lead, next, other, slug, members } = await handing();
    const file = await findMandateFile(lead.actor, slug, now);
    expect(file).toMatchObject({
      lead: { endsOn: "2027-03-31", daysLeft: 31, remindedOn: null },
      successor: { startsOn: "2027-04-01" },
      due: [
        expect.stringMatching(/à fixer/),
        expect.stringMatching(/compte rendu à publier/),
        expect.stringMatching(/synthèse/),
      ],
      meetings: [{ day: "2027-02-01", hasMinutes: false, present: 0 }],
    });
    expect(file?.contacts.map(({ email }) => email).sort()).toEqual(
      [...members, lead].map(({ email }) => email).sort(),
    );
    for (const actor of [next.actor, await actorOf("president")]) {
      expect((await findMandateFile(actor, slug, now))?.commission.slug).toBe(slug);
    }
    for (const actor of [other.actor, await actorOf("lead"), await actorOf("admin"), { kind: "visitor" as const }]) {
      expect(await findMandateFile(actor, slug, now)).toBeNull();
      expect(await findHandoverPdf(actor, slug, now)).toBeNull();
    }
    expect((await findHandoverPdf(next.actor, slug, now))?.slice(0, 4)).toEqual(new Uint8Array(Buffer.from("%PDF")));
  });

  test("is announced to who follows, and closed to who led, the day after", async () => {
    const { lead, next, slug, commission } = await handing();
    expect(await listComingMandates(next.actor, now)).toEqual([
      { slug, name: commission.name, startsOn: "2027-04-01" },
    ]);
    expect(await listComingMandates(lead.actor, now)).toEqual([]);
    const later = new Date("2027-04-01T10:00:00Z");
    expect(await findMandateFile(lead.actor, slug, later)).toBeNull();
    expect((await findMandateFile(next.actor, slug, later))?.lead?.startsOn).toBe("2027-04-01");
  });
});
