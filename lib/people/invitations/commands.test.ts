import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actsOn, addHouse, addPersonOf, someone } from "../../../test/own-people.ts";
import { addStructure, removeOwnStructures } from "../../../test/own-structures.ts";
import { findActor } from "../queries.ts";
import { acceptInvitation, inviteInto, invitePerson, resendInvitation, revokeInvitation } from "./commands.ts";
import { findInvitation, listPendingInvitations } from "./queries.ts";

afterAll(removeOwnStructures);

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const browser = { now, userAgent: "a test" };
const name = { firstName: "Zoé", lastName: "Legrand" };

describe("inviting", () => {
  test("writes one invitation, one message with a link, one line of the audit log", async () => {
    const { structure, referent } = await addHouse();
    const email = someone();
    await invitePerson(referent, { structureId: structure.id, email, role: "colleague", position: "Dev" }, now);
    const pending = await listPendingInvitations(referent, structure.id, now);
    expect(pending).toMatchObject([{ email, role: "colleague", isExpired: false }]);
    const mails = await db().mail.findMany({ where: { toAddress: email } });
    expect(mails).toMatchObject([{ kind: "invitation", isSecret: true, subjectId: structure.id }]);
    expect(mails[0]?.text).toContain(referent.name);
    expect(await actsOn(structure.id)).toEqual(["invite-person"]);
    expect(await findInvitation(await tokenFor(email), now)).toMatchObject({
      structure: structure.name,
      email,
      state: "open",
      isKnown: false,
      inviter: referent.name,
    });
  });

  test("is refused to a colleague, to another structure and to a visitor, and the attempt is noted", async () => {
    const { structure } = await addHouse();
    const colleague = await addPersonOf(structure.id, "colleague");
    const { referent: stranger } = await addHouse();
    const input = { structureId: structure.id, email: someone(), role: "colleague" } as const;
    for (const actor of [colleague, stranger, visitor]) {
      await expect(invitePerson(actor, input, now)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await db().invitation.count({ where: { email: input.email } })).toBe(0);
    expect(await db().mail.count({ where: { toAddress: input.email } })).toBe(0);
    expect((await actsOn(structure.id)).filter((action) => action === "refuse-structure")).toHaveLength(3);
  });

  test("the same address twice at once leaves one invitation and one message", async () => {
    const { structure, referent } = await addHouse();
    const input = { structureId: structure.id, email: someone(), role: "colleague" } as const;
    const tries = await Promise.allSettled([1, 2, 3].map(() => invitePerson(referent, input, now)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().invitation.count({ where: { email: input.email } })).toBe(1);
    expect(await db().mail.count({ where: { toAddress: input.email } })).toBe(1);
    await expect(invitePerson(referent, input, later(15))).resolves.toBeUndefined();
  });

  test("an address of the house is refused beside its field", async () => {
    const { structure, referent } = await addHouse();
    const input = { structureId: structure.id, email: referent.email, role: "colleague" } as const;
    await expect(invitePerson(referent, input, now)).rejects.toMatchObject({ code: "already_there", field: "email" });
  });

  test("inside another command's transaction, the invitation goes with it", async () => {
    const { id: structureId } = await addStructure({ name: "Maison Neuve" });
    const email = someone();
    const undone = db().$transaction(async (tx) => {
      await inviteInto(tx, { kind: "system" }, { structureId, email, role: "primary_contact", ...name }, now);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await db().invitation.count({ where: { email } })).toBe(0);
    expect(await db().mail.count({ where: { toAddress: email } })).toBe(0);
  });

  test("forty a day are enough", async () => {
    const { structure, referent } = await addHouse();
    await db().throttle.create({ data: { key: `invite:${structure.id}`, count: 40, resetsAt: later(1) } });
    const input = { structureId: structure.id, email: someone(), role: "colleague" } as const;
    await expect(invitePerson(referent, input, now)).rejects.toMatchObject({ code: "too_many_invitations" });
  });
});

describe("an invitation that waits", () => {
  test("sent again has a new link and all its days; the former link ends", async () => {
    const { structure, referent } = await addHouse();
    const email = someone();
    await invitePerson(referent, { structureId: structure.id, email, role: "colleague" }, now);
    const former = await tokenFor(email);
    const [pending] = await listPendingInvitations(referent, structure.id, now);
    await resendInvitation(referent, { id: pending?.id ?? "" }, later(20));
    expect(await findInvitation(former, now)).toBeNull();
    expect(await findInvitation(await tokenFor(email), later(30))).toMatchObject({ state: "open" });
  });

  test("taken back is worth nothing; twice says so", async () => {
    const { structure, referent } = await addHouse();
    const email = someone();
    await invitePerson(referent, { structureId: structure.id, email, role: "colleague" }, now);
    const token = await tokenFor(email);
    const id = (await listPendingInvitations(referent, structure.id, now))[0]?.id ?? "";
    const { referent: stranger } = await addHouse();
    await expect(revokeInvitation(stranger, { id }, now)).rejects.toMatchObject({ code: "invitation_gone" });
    await revokeInvitation(referent, { id }, now);
    await expect(revokeInvitation(referent, { id }, now)).rejects.toMatchObject({ code: "invitation_gone" });
    await expect(acceptInvitation(visitor, { token, ...name }, browser)).rejects.toMatchObject({
      code: "invitation_gone",
    });
    expect(await db().person.count({ where: { email } })).toBe(0);
  });
});

describe("accepting", () => {
  test("makes the person, their place in the structure and their session", async () => {
    const { structure, referent } = await addHouse();
    const email = someone();
    await invitePerson(referent, { structureId: structure.id, email, role: "colleague", position: "Dev" }, now);
    const { sessionId } = await acceptInvitation(visitor, { token: await tokenFor(email), ...name }, browser);
    const actor = await findActor(sessionId ?? "", now);
    expect(actor).toMatchObject({ email, name: "Zoé Legrand", actingFor: { id: structure.id, role: "colleague" } });
    const rows = await db().affiliation.findMany({ where: { structureId: structure.id, person: { email } } });
    expect(rows).toMatchObject([{ position: "Dev", endsOn: null }]);
    expect(
      await db().auditEntry.count({ where: { action: "accept-invitation", personId: actor?.personId ?? "" } }),
    ).toBe(1);
  });

  test("asks the name of whoever is new, beside the field, and changes nothing before", async () => {
    const { structure, referent } = await addHouse();
    const email = someone();
    await invitePerson(referent, { structureId: structure.id, email, role: "colleague" }, now);
    const token = await tokenFor(email);
    const refused = acceptInvitation(visitor, { token, firstName: "Zoé" }, browser);
    await expect(refused).rejects.toMatchObject({ code: "name_missing", field: "lastName" });
    expect(await db().person.count({ where: { email } })).toBe(0);
    expect(await findInvitation(token, now)).toMatchObject({ state: "open" });
  });

  test("an address already known joins with the same login, and opens no session by itself", async () => {
    const { structure, referent } = await addHouse();
    const { referent: known } = await addHouse();
    await invitePerson(referent, { structureId: structure.id, email: known.email, role: "primary_contact" }, now);
    const token = await tokenFor(known.email);
    expect(await acceptInvitation(visitor, { token }, browser)).toEqual({ sessionId: null });
    expect(await db().person.count({ where: { email: known.email } })).toBe(1);
    const again = await findActor(known.sessionId, now);
    expect(again?.structures.map(({ id }) => id)).toContain(structure.id);
    expect(again?.structures).toHaveLength(2);
  });

  test("signed in as the person invited, one acts at once for the new structure", async () => {
    const { structure, referent } = await addHouse();
    const { referent: known } = await addHouse();
    await invitePerson(referent, { structureId: structure.id, email: known.email, role: "colleague" }, now);
    await acceptInvitation(known, { token: await tokenFor(known.email) }, browser);
    expect((await findActor(known.sessionId, now))?.actingFor?.id).toBe(structure.id);
  });

  test("ten times at once makes one person and one place", async () => {
    const { structure, referent } = await addHouse();
    const email = someone();
    await invitePerson(referent, { structureId: structure.id, email, role: "colleague" }, now);
    const token = await tokenFor(email);
    const tries = await Promise.allSettled(
      Array.from({ length: 10 }, () => acceptInvitation(visitor, { token, ...name }, browser)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().person.count({ where: { email } })).toBe(1);
    expect(await db().affiliation.count({ where: { structureId: structure.id, person: { email } } })).toBe(1);
  });

  test("two structures' invitations accepted at once make one person with two places", async () => {
    const [one, other] = [await addHouse(), await addHouse()];
    const email = someone();
    await invitePerson(one.referent, { structureId: one.structure.id, email, role: "colleague" }, now);
    const first = await tokenFor(email);
    await invitePerson(other.referent, { structureId: other.structure.id, email, role: "colleague" }, now);
    const second = await tokenFor(email);
    await Promise.all([first, second].map((token) => acceptInvitation(visitor, { token, ...name }, browser)));
    expect(await db().person.count({ where: { email } })).toBe(1);
    expect(await db().affiliation.count({ where: { person: { email } } })).toBe(2);
  });

  test("is refused after fourteen days, a second time, with an altered link, to a suspended person", async () => {
    const { structure, referent } = await addHouse();
    const email = someone();
    await invitePerson(referent, { structureId: structure.id, email, role: "colleague" }, now);
    const token = await tokenFor(email);
    await expect(acceptInvitation(visitor, { token, ...name }, { ...browser, now: later(15) })).rejects.toMatchObject({
      code: "invitation_expired",
    });
    const altered = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    await expect(acceptInvitation(visitor, { token: altered, ...name }, browser)).rejects.toMatchObject({
      code: "invitation_gone",
    });
    await acceptInvitation(visitor, { token, ...name }, browser);
    await expect(acceptInvitation(visitor, { token, ...name }, browser)).rejects.toMatchObject({
      code: "invitation_used",
    });
    const { referent: barred } = await addHouse();
    await invitePerson(referent, { structureId: structure.id, email: barred.email, role: "colleague" }, now);
    await db().suspension.create({ data: { personId: barred.personId, reason: "a test" } });
    await expect(acceptInvitation(visitor, { token: await tokenFor(barred.email) }, browser)).rejects.toMatchObject({
      code: "suspended",
    });
  });
});

/** The secret of the last invitation sent to this address, as its mail says it. */
async function tokenFor(email: string): Promise<string> {
  const mail = await db().mail.findFirst({ where: { toAddress: email }, orderBy: { id: "desc" } });
  return /\/invitation\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}
