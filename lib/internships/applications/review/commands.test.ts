import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { addPersonOf, mailKindsTo } from "../../../../test/own-people.ts";
import { addApplication, addHost, addStudent, NOON, stateOf } from "../../../../test/own-students.ts";
import { refusalFor } from "../rules.ts";
import { addNote, keepRefusalTemplate, markRead, offerPlace, refuseApplications } from "./commands.ts";
import { findReceived, findReviewedOffer, getRefusalTemplate, listReceived, listRefusable } from "./queries.ts";

const TEXT = "Bonjour {prénom}, merci pour « {stage} ». {entreprise}";

const refuse = (actor: PersonActor, internshipId: string, applicationIds: string[]) =>
  refuseApplications(actor, { internshipId, applicationIds, text: TEXT, step: "send" }, NOON);

describe("a company", () => {
  test("reads what was sent to it, once noted, and nothing of the others'", async () => {
    const { offer, structure, referent } = await addHost();
    const colleague = await addPersonOf(structure.id, "colleague");
    const rival = await addHost();
    const student = await addStudent();
    const id = await addApplication(student, offer);
    await addApplication(await addStudent(), offer, { state: "draft" });
    expect((await listReceived(referent, { internshipId: offer.id, page: 1 }, NOON)).items).toHaveLength(1);
    for (const stranger of [rival.referent, student, await addStudent()]) {
      await markRead(stranger, id, NOON);
      expect(await findReceived(stranger, id, NOON)).toBeNull();
      expect((await listReceived(stranger, { internshipId: offer.id, page: 1 }, NOON)).items).toEqual([]);
      expect(await findReviewedOffer(stranger, offer.id, NOON)).toBeNull();
    }
    expect(await stateOf(id)).toBe("received");
    await markRead(colleague, id, NOON);
    await markRead(referent, id, new Date(NOON.getTime() + 1_000));
    expect(await findReceived(referent, id, NOON)).toMatchObject({ state: "read", readAt: NOON });
    expect(await findReviewedOffer(referent, offer.id, NOON)).toMatchObject({ counts: { read: 1 }, placesLeft: 1 });
  });

  test("offers a place while there is one, and its answer is dated", async () => {
    const { offer, referent } = await addHost({ places: 1 });
    const student = await addStudent();
    const id = await addApplication(student, offer);
    expect(await offerPlace(referent, { applicationId: id }, NOON)).toBe(offer.id);
    expect(await db().internshipApplication.findUnique({ where: { id } })).toMatchObject({
      state: "offered",
      readAt: NOON,
      answeredAt: NOON,
    });
    expect(await mailKindsTo(student.personId)).toEqual(["application-offered"]);
    const rival = (await addHost()).referent;
    await expect(offerPlace(rival, { applicationId: id }, NOON)).rejects.toMatchObject({ code: "forbidden" });
    await expect(offerPlace(student, { applicationId: id }, NOON)).rejects.toMatchObject({ code: "forbidden" });
    await expect(offerPlace(referent, { applicationId: id }, NOON)).rejects.toMatchObject({ code: "not_now" });
    const full = await addHost({ places: 1 });
    await addApplication(await addStudent(), full.offer, { state: "accepted" });
    const late = await addApplication(await addStudent(), full.offer);
    const refused = offerPlace(full.referent, { applicationId: late }, NOON);
    await expect(refused).rejects.toMatchObject({ code: "offer_filled" });
  });

  test("takes back a place that was offered and not taken; one that was taken stays", async () => {
    const { offer, referent } = await addHost({ places: 2 });
    const [asked, placed] = [await addStudent(), await addStudent()];
    const [open, taken] = [
      await addApplication(asked, offer, { state: "offered" }),
      await addApplication(placed, offer, { state: "accepted" }),
    ];
    expect((await listRefusable(referent, offer.id, [open, taken], NOON)).map(({ id }) => id)).toEqual([open]);
    expect(await refuse(referent, offer.id, [open, taken])).toBe(1);
    expect([await stateOf(open), await stateOf(taken)]).toEqual(["refused", "accepted"]);
    const [told] = await db().mail.findMany({ where: { personId: asked.personId } });
    expect(told?.text).toContain("reprend la place qui vous était proposée");
    expect(await mailKindsTo(asked.personId)).toEqual(["application-refused"]);
  });

  test("says no to several at once, each by their name and once; what is not its own stays", async () => {
    const { offer, referent } = await addHost();
    const rival = await addHost();
    const students = [await addStudent(), await addStudent()];
    const ids = await Promise.all(students.map((student) => addApplication(student, offer)));
    const theirs = await addApplication(await addStudent(), rival.offer);
    const told = await Promise.all([
      refuse(referent, offer.id, [...ids, theirs]),
      refuse(referent, offer.id, [...ids, theirs]),
    ]);
    expect(told.sort()).toEqual([0, 2]);
    expect(await refuse(referent, rival.offer.id, [theirs])).toBe(0);
    expect(await stateOf(theirs)).toBe("received");
    for (const { personId } of students) {
      const mails = await db().mail.findMany({ where: { personId } });
      expect(mails.map(({ kind }) => kind)).toEqual(["application-refused"]);
      expect(mails[0]?.text).toContain("Bonjour Camille, merci pour « Supervision de serveurs F/H ».");
    }
    expect(await listRefusable(referent, offer.id, ids, NOON)).toEqual([]);
  });

  test("keeps the words of its refusals, and shows them filled in", async () => {
    const { offer, structure, referent } = await addHost();
    expect(await getRefusalTemplate(referent, structure.id, NOON)).toContain("{prénom}");
    await keepRefusalTemplate(referent, { internshipId: offer.id, text: TEXT }, NOON);
    expect(await getRefusalTemplate(referent, structure.id, NOON)).toBe(TEXT);
    const rival = (await addHost()).referent;
    expect(await getRefusalTemplate(rival, structure.id, NOON)).not.toBe(TEXT);
    const taken = keepRefusalTemplate(rival, { internshipId: offer.id, text: "x" }, NOON);
    await expect(taken).rejects.toMatchObject({ code: "forbidden" });
    expect(refusalFor("{prenom} {Stage}", { firstName: "Zoé", title: "$&", structure: "" })).toBe("Zoé $&");
  });

  test("notes things for itself: the student reads none of it", async () => {
    const { offer, referent } = await addHost();
    const student = await addStudent();
    const id = await addApplication(student, offer);
    await addNote(referent, { applicationId: id, text: "À appeler" }, NOON);
    expect(await findReceived(referent, id, NOON)).toMatchObject({ notes: [{ text: "À appeler" }] });
    const refused = addNote(student, { applicationId: id, text: "x" }, NOON);
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });
});
