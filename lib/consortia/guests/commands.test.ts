import { afterAll, expect, test } from "vitest";
import { addConsortium, addPartner, again, retirePartners } from "../../../test/own-consortia.ts";
import { mailKindsTo, someone } from "../../../test/own-people.ts";
import { listEntries } from "../talk/queries.ts";
import { inviteGuest, revokeGuest } from "./commands.ts";
import { listGuests } from "./queries.ts";

const now = new Date();
afterAll(retirePartners);

test("inviting to read tells nobody whether an address has an account", async () => {
  const { id, member, partner } = await addConsortium({ lots: 1 });
  const known = await addPartner();
  const [email, nobody] = [known.referent.email, someone()];
  const answers: unknown[] = [];
  for (const address of [email, nobody]) {
    await inviteGuest(member, { id, email: address }, now);
    const entries = await listEntries(member, id, now);
    const [guest] = (await listGuests(member, id, now)).filter((row) => row.email === address);
    answers.push({ told: entries[0]?.text, shown: guest?.invitedFor, names: Object.keys(guest ?? {}) });
    await expect(inviteGuest(member, { id, email: address }, now)).rejects.toThrow(/consortium_guest_once/);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ shown: partner.structure.name, names: ["id", "since", "email", "invitedFor"] });
  expect((await again(known)).consortiaVisited).toEqual([id]);
  expect(await mailKindsTo(known.referent.personId)).toEqual(["workspace"]);
  for (const { id: guestId } of await listGuests(member, id, now)) await revokeGuest(member, { id, guestId }, now);
  expect((await again(known)).consortiaVisited).toEqual([]);
});

test("letting in and putting out again and again writes to somebody five times in a day, and no more", async () => {
  const { id, leader } = await addConsortium({ lots: 1 });
  const guest = await addPartner();
  const { email } = guest.referent;
  for (let time = 0; time < 5; time += 1) {
    await inviteGuest(leader, { id, email }, now);
    const [row] = await listGuests(leader, id, now);
    await revokeGuest(leader, { id, guestId: row?.id ?? "" }, now);
  }
  const more = inviteGuest(leader, { id, email }, now);
  await expect(more).rejects.toMatchObject({ code: "too_many_invitations", field: "email" });
  expect(await mailKindsTo(guest.referent.personId)).toHaveLength(5);
});
