import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { openedToken } from "#lib/platform/human-form";
import { system } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { applicationForm, apply, someSiret } from "../../../test/own-applications.ts";
import { addStructure } from "../../../test/own-structures.ts";
import { eraseOldMembershipApplications, resendLinks, submitApplication } from "./commands.ts";
import { confirmApplication, withdrawApplication } from "./following/commands.ts";
import { findOwnApplication } from "./queries.ts";
import { applicationInput } from "./schema.ts";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const mails = (toAddress: string) => db().mail.findMany({ where: { toAddress }, orderBy: { id: "asc" } });
const boardMails = (subjectId: string) =>
  db().mail.findMany({ where: { subjectId, kind: "application-new" }, select: { toAddress: true } });

describe("applying", () => {
  test("keeps what was typed and writes to the first person alone: the board is not told yet", async () => {
    const { id, referent } = await apply();
    const row = await db().membershipApplication.findUniqueOrThrow({
      where: { id },
      include: { people: { orderBy: { position: "asc" } }, skills: true, commissions: true },
    });
    expect(row).toMatchObject({
      confirmedAt: null,
      phone: "03 53 01 00 00",
      city: "Lens",
      ownSkills: ["Cobol", "Soudure"],
    });
    expect(row.website).toMatch(/^https:/);
    expect(row.people.map(({ firstName }) => firstName)).toEqual(["Ada", "Bruno"]);
    expect([row.skills.length, row.commissions.length]).toEqual([2, 2]);
    expect((await mails(referent)).map(({ kind, isSecret }) => [kind, isSecret])).toEqual([
      ["application-confirm", true],
    ]);
    expect(await mails(row.people[1]?.email ?? "")).toEqual([]);
    expect(await boardMails(id)).toEqual([]);
  });

  test.each([
    ["a SIRET with a wrong key", { siret: "73282932000075" }, "siret", /clé est fausse/],
    ["a SIRET that is too short", { siret: "7328293200" }, "siret", /14 chiffres/],
    ["no name", { legalName: "  " }, "legalName", /nom légal/],
    ["a postal code of four digits", { postalCode: "6230" }, "postalCode", /cinq chiffres/],
    ["a site that is none", { website: "pas un site" }, "website", /adresse du site/],
    ["a foreign telephone number", { phone: "+1 555 0100" }, "phone", /dix chiffres/],
    ["no commission", { commissions: [] }, "commissions", /au moins une/],
    ["nobody", { people: [] }, "people", /au moins une personne/],
    ["no consent", { consent: undefined }, "consent", /Cochez/],
  ])("with %s is refused beside its field, in French", (_, over, field, message) => {
    const { error } = applicationInput.safeParse(applicationForm(over));
    expect(error?.issues.map(({ path, message: said }) => [path[0], said])).toContainEqual([
      field,
      expect.stringMatching(message),
    ]);
  });

  test("with La Poste's own SIRET is possible, with the same address twice it is not", () => {
    expect(applicationInput.safeParse(applicationForm({ siret: "356 000 000 00001" })).success).toBe(true);
    const one = { firstName: "A", lastName: "B", email: "A@essai.example", function: "x" };
    const { error } = applicationInput.safeParse(
      applicationForm({ people: [one, { ...one, email: "a@Essai.example" }] }),
    );
    expect(error?.issues[0]).toMatchObject({ path: ["people", 1, "email"] });
  });

  test("too quickly, with a hidden field filled or a slipped-in choice is refused, and nothing is kept", async () => {
    for (const [over, code] of [
      [{ opened: openedToken(now) }, "not_by_a_person"],
      [{ opened: new Date(0).toISOString() }, "not_by_a_person"],
      [{ fax: "0353010000" }, "not_by_a_person"],
      [{ skills: ["astronomie"] }, "unknown_choice"],
      [{ commissions: ["astronomie"] }, "unknown_choice"],
    ] as const) {
      const form = applicationForm(over);
      const sent = submitApplication(applicationInput.parse(form), { now, address: randomUUID() });
      await expect(sent).rejects.toMatchObject({ code });
      expect(await db().membershipApplication.count({ where: { legalName: form.legalName } })).toBe(0);
    }
  });

  test("with the SIRET of an active member is refused with the way to its page; that of a former one is not", async () => {
    const siret = someSiret();
    const member = await addStructure({ name: "Déjà là" });
    await db().structure.update({ where: { id: member.id }, data: { siret } });
    await expect(apply({ siret })).rejects.toMatchObject({
      code: "already_member",
      message: expect.stringContaining(`/annuaire/${member.slug}`),
    });
    await db().structure.update({ where: { id: member.id }, data: { status: "resigned" } });
    await expect(apply({ siret })).resolves.toBeDefined();
  });

  test("eleven times in an hour from one address is refused, others go on", async () => {
    const address = randomUUID();
    const send = () => submitApplication(applicationInput.parse(applicationForm()), { now, address });
    for (let time = 0; time < 10; time += 1) await send();
    await expect(send()).rejects.toMatchObject({ code: "too_many_attempts" });
    await expect(apply()).resolves.toBeDefined();
  });
});

describe("the private link", () => {
  test("is sent again on request, and the answer is the same for an unknown address", async () => {
    const { referent } = await apply();
    await resendLinks(referent, { now, address: randomUUID() });
    expect((await mails(referent)).map(({ kind }) => kind)).toEqual(["application-confirm", "application-confirm"]);
    const unknown = `${randomUUID()}@essai.example`;
    await expect(resendLinks(unknown, { now, address: randomUUID() })).resolves.toBeUndefined();
    expect(await mails(unknown)).toEqual([]);
    await resendLinks(referent, { now, address: randomUUID() });
    await resendLinks(referent, { now, address: randomUUID() });
    await expect(resendLinks(referent, { now, address: randomUUID() })).rejects.toMatchObject({
      code: "too_many_attempts",
    });
  });
});

describe("erasing", () => {
  test("takes what was never confirmed after a week, what was withdrawn after a month, with its messages", async () => {
    const unconfirmed = await apply();
    const withdrawn = await apply();
    const pending = await apply();
    await confirmApplication(withdrawn.token, now);
    await withdrawApplication(withdrawn.token, now);
    await confirmApplication(pending.token, now);
    const left = async () =>
      (
        await db().membershipApplication.findMany({ where: { id: { in: [unconfirmed.id, withdrawn.id, pending.id] } } })
      ).map(({ id }) => id);
    await eraseOldMembershipApplications(system, later(6));
    expect(await left()).toHaveLength(3);
    await eraseOldMembershipApplications(system, later(8));
    expect(await left()).not.toContain(unconfirmed.id);
    await eraseOldMembershipApplications(system, later(31));
    expect(await left()).toEqual([pending.id]);
    expect(await mails(withdrawn.referent)).toEqual([]);
    expect(await findOwnApplication(withdrawn.token)).toBeNull();
    expect(await eraseOldMembershipApplications(system, later(31))).toBe(0);
  });

  test("is the portal's own work: refused to everybody", async () => {
    await expect(eraseOldMembershipApplications(await actorOf("president"), now)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
