import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { actorOf } from "../../../test/cast.ts";
import { apply } from "../../../test/own-applications.ts";
import { actsOn } from "../../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { confirmApplication } from "../applications/following/commands.ts";
import { invitationToken } from "../applications/links/rules.ts";
import { findInvitation } from "../applications/queries.ts";
import { acceptApplication } from "../applications/review/commands.ts";
import { noteContact, removeProspect } from "./commands.ts";
import { findProspect, listProspects, measureCoverage } from "./queries.ts";
import { entryInput } from "./schema.ts";
import { inviteProspect, markAcquaintance } from "./sponsorship/commands.ts";
import { listAcquaintable } from "./sponsorship/queries.ts";

const now = new Date();
const someone = () => `${randomUUID()}@prospect.example`;

async function addProspect(over: object = {}) {
  const name = `Prospect ${randomUUID().slice(0, 8)}`;
  return await db().prospect.create({
    data: { name, city: "Lens", citySlug: "lens", postalCode: "62300", kind: "editor", ...over },
  });
}
const stateOf = async (id: string) => (await db().prospect.findUniqueOrThrow({ where: { id } })).state;

describe("the pipeline of contact", () => {
  test("stands where its last entry says, with who and when; a note alone changes nothing", async () => {
    const { id } = await addProspect();
    const president = await actorOf("president");
    await noteContact(president, { prospectId: id, state: "interested", note: "Veut voir." }, now);
    await noteContact(president, { prospectId: id, note: "Rappeler mardi." }, new Date(now.getTime() + 1000));
    expect(await stateOf(id)).toBe("interested");
    const seen = await findProspect(president, id, now);
    expect(seen?.entries.map(({ state, note, author }) => [state, note, author?.lastName])).toEqual([
      [null, "Rappeler mardi.", "Delattre"],
      ["interested", "Veut voir.", "Delattre"],
    ]);
    expect(await actsOn(id)).toEqual(["note-contact", "note-contact"]);
  });

  test("wants a reason from whoever is not interested, in the form and in the database", async () => {
    const { id } = await addProspect();
    const { error } = entryInput.safeParse({ prospectId: id, state: "not_interested" });
    expect(error?.issues[0]).toMatchObject({ path: ["note"] });
    expect(entryInput.safeParse({ prospectId: id }).success).toBe(false);
    const bare = { prospectId: id, state: "not_interested" as const, writtenAt: now };
    await expect(db().prospectEntry.create({ data: bare })).rejects.toThrow("prospect_not_interested_with_a_reason");
  });

  test("is the board's: refused to everybody else, and not even seen", async () => {
    const { id, name } = await addProspect();
    for (const role of ["lead", "member", "student", "admin"] as const) {
      const actor = await actorOf(role);
      await expect(noteContact(actor, { prospectId: id, note: "x" }, now)).rejects.toMatchObject({ code: "forbidden" });
      expect(await findProspect(actor, id, now)).toBeNull();
      expect((await listProspects(actor, { q: name }, { page: 1, perPage: 10 }, now)).total).toBe(0);
    }
    await expect(
      noteContact(await actorOf("president"), { prospectId: randomUUID(), note: "x" }, now),
    ).rejects.toMatchObject({
      code: "prospect_gone",
    });
  });

  test("ends when the company is taken off the list, with all that was noted; its application stays", async () => {
    const { id } = await addProspect();
    const president = await actorOf("president");
    await inviteProspect(await actorOf("lead"), { prospectId: id, name: "A", email: someone(), message: "x" }, now);
    const invitation = await db().prospectInvitation.findFirstOrThrow({ where: { prospectId: id } });
    const application = await apply({ invitation: invitationToken(invitation.id) });
    await expect(removeProspect(await actorOf("member"), { prospectId: id }, now)).rejects.toMatchObject({
      code: "forbidden",
    });
    await removeProspect(president, { prospectId: id }, now);
    await removeProspect(president, { prospectId: id }, now);
    expect(await db().prospectEntry.count({ where: { prospectId: id } })).toBe(0);
    expect(await db().membershipApplication.count({ where: { id: application.id, invitationId: null } })).toBe(1);
    expect((await actsOn(id)).filter((action) => action === "remove-prospect")).toHaveLength(1);
  });

  test("is filtered by words, state, town, kind and acquaintance", async () => {
    const { id, name } = await addProspect({ activity: "Zythologie appliquée" });
    const president = await actorOf("president");
    const found = async (filter: Parameters<typeof listProspects>[1]) =>
      (await listProspects(president, filter, { page: 1, perPage: 200 }, now)).items.some((item) => item.id === id);
    await markAcquaintance(await actorOf("member"), { prospectId: id, knows: "oui" }, now);
    expect(await found({ q: name.toUpperCase() })).toBe(true);
    expect(await found({ q: "zythologie" })).toBe(true);
    expect(await found({ state: "to_contact", city: "lens", kind: "editor", known: "oui" })).toBe(true);
    expect(await found({ known: "non" })).toBe(false);
    expect(await found({ city: "arras" })).toBe(false);
  });
});

describe("a member", () => {
  test("says whom they know, twice is harmless, and takes it back; notes of the board stay unseen", async () => {
    const { id, name } = await addProspect();
    await noteContact(await actorOf("president"), { prospectId: id, note: "Mauvais payeur." }, now);
    const member = await actorOf("member");
    await Promise.all([1, 2, 3].map(() => markAcquaintance(member, { prospectId: id, knows: "oui" }, now)));
    const seen = await listAcquaintable(member, { q: name, page: 1 }, now);
    expect(seen.items).toMatchObject([{ id, isKnown: true }]);
    expect(JSON.stringify(seen)).not.toContain("payeur");
    expect((await listAcquaintable(await actorOf("rival"), { q: name, page: 1 }, now)).items).toMatchObject([
      { isKnown: false },
    ]);
    await markAcquaintance(member, { prospectId: id, knows: "non" }, now);
    expect(await db().prospectAcquaintance.count({ where: { prospectId: id } })).toBe(0);
  });

  test("invites: a mail with a link that fills the form, once per address, by ten at once", async () => {
    const { id, name } = await addProspect();
    const member = await actorOf("member");
    const email = someone();
    const invite = () =>
      inviteProspect(member, { prospectId: id, name: "Zoé Lambert", email, message: "Viens donc." }, now);
    const results = await Promise.allSettled(Array.from({ length: 10 }, invite));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const mails = await db().mail.findMany({ where: { toAddress: email } });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain("> Viens donc.");
    const token = /invitation=(\S+)/.exec(mails[0]?.text ?? "")?.[1] ?? "";
    expect(await findInvitation(token)).toMatchObject({
      toAddress: email,
      invitedBy: "Nadia Benali",
      prospect: { name, city: "Lens" },
    });
    expect(await findInvitation(`${token}x`)).toBeNull();
    expect(await stateOf(id)).toBe("invited");
  });

  test("does not write to whoever answered the club already, nor more than twenty times a day", async () => {
    const { id } = await addProspect();
    await noteContact(await actorOf("president"), { prospectId: id, state: "not_interested", note: "Non merci." }, now);
    const colleague = await actorOf("colleague");
    const invite = (prospectId: string) =>
      inviteProspect(colleague, { prospectId, name: "A", email: someone(), message: "x" }, now);
    await expect(invite(id)).rejects.toMatchObject({ code: "prospect_settled" });
    const other = await addProspect();
    for (let time = 1; time < 20; time += 1) await invite(other.id);
    await expect(invite(other.id)).rejects.toMatchObject({ code: "too_many_attempts" });
  });

  test("of no active structure sees nothing of it", async () => {
    for (const role of ["student", "admin"] as const) {
      const actor = await actorOf(role);
      await expect(listAcquaintable(actor, { page: 1 }, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(markAcquaintance(actor, { prospectId: randomUUID(), knows: "oui" }, now)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
  });
});

describe("an application", () => {
  test("moves the prospect it comes from: applied when confirmed, member when accepted", async () => {
    const { id } = await addProspect();
    const email = someone();
    await inviteProspect(await actorOf("rival"), { prospectId: id, name: "Léo", email, message: "Viens." }, now);
    const invitation = await db().prospectInvitation.findFirstOrThrow({ where: { prospectId: id } });
    const application = await apply({ invitation: invitationToken(invitation.id) });
    expect(await stateOf(id)).toBe("invited");
    await confirmApplication(application.token, now);
    expect(await stateOf(id)).toBe("applied");
    const president = await actorOf("president");
    await acceptApplication(president, { id: application.id }, now);
    expect(await stateOf(id)).toBe("member");
    expect(await findProspect(president, id, now)).toMatchObject({
      invitations: [{ applications: [{ id: application.id }] }],
    });
  });

  test("without invitation is recognised by name and postal code, case and accents folded", async () => {
    const { id, name } = await addProspect({ name: `Études ${randomUUID()}` });
    const { token } = await apply({ legalName: name.toUpperCase().replace("É", "E") });
    await confirmApplication(token, now);
    expect(await stateOf(id)).toBe("applied");
  });
});

describe("coverage", () => {
  test("counts members and prospects by town, and names the skills that no active member has", async () => {
    const president = await actorOf("president");
    const before = await measureCoverage(president, now);
    const missing = before.missingSkills[0]?.slug ?? "";
    expect(missing).not.toBe("");
    await addProspect({ citySlug: "ville-inventee", city: "Ville inventée" });
    await addStructure({ name: "Seule", city: "Ville inventée", knownSkills: [missing] });
    const after = await measureCoverage(president, now);
    expect(after.towns.find(({ slug }) => slug === "ville-inventee")).toMatchObject({ members: 1, prospects: 1 });
    expect(after.missingSkills.map(({ slug }) => slug)).not.toContain(missing);
    await removeOwnStructures();
    await expect(measureCoverage(await actorOf("member"), now)).rejects.toMatchObject({ code: "forbidden" });
  });
});
