import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { chooseFinal, depositDocument } from "#lib/consortia/documents/commands";
import { listDocuments } from "#lib/consortia/documents/queries";
import { inviteGuest, revokeGuest } from "#lib/consortia/guests/commands";
import { listGuests } from "#lib/consortia/guests/queries";
import { leaveConsortium } from "#lib/consortia/leaving/commands";
import { listInvitable } from "#lib/consortia/members/queries";
import { declareSubcontractor } from "#lib/consortia/parts/commands";
import { listSubcontractors } from "#lib/consortia/parts/queries";
import { setPrices } from "#lib/consortia/prices/commands";
import { listPrices } from "#lib/consortia/prices/queries";
import { findConsortium, listOwnConsortia } from "#lib/consortia/queries";
import { writeMessage } from "#lib/consortia/talk/commands";
import { listEntries, listMessages } from "#lib/consortia/talk/queries";
import { listTaskOwners, listTasks } from "#lib/consortia/tasks/queries";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { ROLES } from "#lib/policy/matrix/words";
import { actorOf } from "../../../test/cast.ts";
import {
  addConsortium,
  addPartner,
  again,
  invite,
  join as joinIt,
  open,
  retirePartners,
} from "../../../test/own-consortia.ts";
import { signedInAs } from "../../../test/own-people.ts";
import * as archive from "./[id]/archive/route.ts";
import * as dc1 from "./[id]/dc1/route.ts";
import * as dc2 from "./[id]/dc2/route.ts";
import * as file from "./[id]/documents/[version]/route.ts";
import * as deposit from "./[id]/documents/depot/route.ts";
import * as mandate from "./[id]/mandat/route.ts";
import * as parts from "./[id]/repartition/route.ts";

// Only who is signed in is given; who may what is decided by the routes themselves.
let asking: PersonActor;
vi.mock("#lib/platform/session", () => ({
  requireActor: async () => asking,
  actorAt: (now: Date) => signedInAs(asking.sessionId, now),
}));
// Tests resolve React for the server, and Next's own file for it only inside Next.
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server.js"));

const now = new Date();
const path = join(tmpdir(), `walls-${crypto.randomUUID()}`);
let own: Awaited<ReturnType<typeof addConsortium>>;
const versions: Record<"shared" | "leads" | "members", string> = { shared: "", leads: "", members: "" };
const outsiders: [string, () => Promise<PersonActor>][] = ROLES.flatMap((role) =>
  role === "visitor" ? [] : [[role, () => actorOf(role)] as [string, () => Promise<PersonActor>]],
);

beforeAll(async () => {
  await writeFile(path, "secret");
  own = await addConsortium();
  const { id, leader, member, tender } = own;
  const give = async (actor: PersonActor, title: string, isConfidential: boolean) => {
    const sha256 = createHash("sha256").update("secret").digest("hex");
    const given = { id, kind: "new" as const, title, isConfidential, note: "" };
    await depositDocument(actor, given, { path, name: "secret.pdf", size: 6, sha256 }, now);
    const where = { consortiumId: id, title };
    const document = await db().consortiumDocument.findFirstOrThrow({ where, select: { id: true, versions: true } });
    await chooseFinal(leader, { id, documentId: document.id, isFinal: true }, now);
    return document.versions[0]?.id ?? "";
  };
  versions.shared = await give(member, "Mémoire", false);
  versions.leads = await give(leader, "Prix du mandataire", true);
  versions.members = await give(member, "Prix du membre", true);
  for (const actor of [leader, member]) {
    await setPrices(actor, { id, prices: [{ lotId: tender.lots[0]?.id ?? "", amount: 100_000 }] }, now);
    await writeMessage(actor, { id, body: "Bonjour" }, now);
  }
  await declareSubcontractor(member, { id, lotId: tender.lots[0]?.id ?? "", name: "Tirage", work: "Câbles" }, now);

  const [rival, invited, gone, guest] = [
    await addPartner(),
    await addPartner(),
    await addPartner(),
    await addPartner(),
  ];
  await open(rival.referent, tender);
  outsiders.push(["the mandatary of a rival consortium", () => again(rival)]);
  await invite(leader, id, invited, tender, [0]);
  outsiders.push(["somebody invited who has not joined", () => again(invited)]);
  await invite(leader, id, gone, tender, [0]);
  await joinIt(gone, id);
  await leaveConsortium(await again(gone), { id, reason: "Ailleurs." }, now);
  outsiders.push(["a member who left", () => again(gone)]);
  await inviteGuest(leader, { id, email: guest.referent.email }, now);
  const [row] = await listGuests(leader, id, now);
  await revokeGuest(member, { id, guestId: row?.id ?? "" }, now);
  outsiders.push(["a guest whose access was taken back", () => again(guest)]);

  // A member lets itself and a friend in to read, then goes; another is put out of the club.
  const [leaver, friend, fallen, kin] = [
    await addPartner(),
    await addPartner(),
    await addPartner(),
    await addPartner(),
  ];
  for (const house of [leaver, fallen]) {
    await invite(leader, id, house, tender, [0]);
    await joinIt(house, id);
  }
  await inviteGuest(await again(leaver), { id, email: leaver.referent.email }, now);
  await inviteGuest(await again(leaver), { id, email: friend.referent.email }, now);
  await inviteGuest(await again(fallen), { id, email: kin.referent.email }, now);
  expect((await again(friend)).consortiaVisited).toEqual([id]);
  await leaveConsortium(await again(leaver), { id, reason: "Ailleurs." }, now);
  await db().structure.update({ where: { id: fallen.structure.id }, data: { status: "removed" } });
  outsiders.push(["a member who had invited itself to read, and left", () => again(leaver)]);
  outsiders.push(["a guest of a member who left", () => again(friend)]);
  outsiders.push(["a guest of a member put out of the club", () => again(kin)]);
}, 60_000);
afterAll(retirePartners);

/** Every address of a workspace that gives or takes a file. */
function addresses(id: string): [string, () => Promise<Response | undefined>][] {
  const at = <Params>(params: Params) => ({ params: Promise.resolve(params) });
  const get = new Request("http://portal.example/");
  const form = new FormData();
  form.set("file", new File(["x"], "x.txt"));
  const post = () =>
    new Request("http://portal.example/", {
      method: "POST",
      body: form,
      headers: { origin: "http://portal.example", host: "portal.example" },
    });
  return [
    ["the shared document", () => file.GET(get, at({ id, version: versions.shared }))],
    ["the mandatary's confidential document", () => file.GET(get, at({ id, version: versions.leads }))],
    ["a member's confidential document", () => file.GET(get, at({ id, version: versions.members }))],
    ["the archive", () => archive.GET(get, at({ id }))],
    ["the letter of mandate", () => mandate.GET(get, at({ id }))],
    ["the table of parts", () => parts.GET(get, at({ id }))],
    ["the DC1", () => dc1.GET(get, at({ id }))],
    ["the DC2", () => dc2.GET(get, at({ id }))],
    ["the place where documents are left", () => deposit.POST(post(), at({ id })).then(() => undefined)],
  ];
}

const REFUSED = "NEXT_HTTP_ERROR_FALLBACK;404";

async function answers(actor: PersonActor, id: string): Promise<Record<string, string>> {
  asking = actor;
  const told: Record<string, string> = {};
  for (const [name, ask] of addresses(id)) {
    const answer = await ask().catch((error: { digest?: string }) => error);
    if (!answer) continue;
    told[name] =
      answer instanceof Response ? "given" : (answer.digest ?? String(answer)).split(";").slice(0, 2).join(";");
    if (answer instanceof Response) await answer.arrayBuffer();
  }
  return told;
}

describe("the walls of a workspace", () => {
  test("every address of a document, tried by everybody outside, is refused as if it did not exist", async () => {
    let tries = 0;
    for (const [who, actor] of outsiders) {
      for (const [address, told] of Object.entries(await answers(await actor(), own.id))) {
        expect(`${who}, ${address}: ${told}`).toBe(`${who}, ${address}: ${REFUSED}`);
        tries += 1;
      }
    }
    expect(outsiders).toHaveLength(17);
    process.stdout.write(`${tries} (outsider, address) pairs refused\n`);
  });

  test("no list shows an outsider anything of it, not even that it exists", async () => {
    const { id } = own;
    for (const [who, actor] of outsiders) {
      const other = await actor();
      const { underWay, settled } = await listOwnConsortia(other, { tenderId: own.tender.id }, now);
      const seen = [
        await findConsortium(other, id, now),
        ...[...underWay, ...settled].filter((row) => row.id === id),
        ...(await listDocuments(other, id, now)),
        ...(await listPrices(other, id, now)),
        ...(await listTasks(other, id, now)),
        ...(await listTaskOwners(other, id, now)),
        ...(await listEntries(other, id, now)),
        ...(await listMessages(other, { id, page: 1 }, now)).items,
        ...(await listGuests(other, id, now)),
        ...(await listSubcontractors(other, id, now)),
        ...(await listInvitable(other, id, now)),
      ].filter((row) => row !== null);
      expect({ who, seen }).toEqual({ who, seen: [] });
    }
  });

  test("a member reads what is shared and its own; the mandatary, everything", async () => {
    const given = Object.fromEntries(addresses(own.id).map(([name]) => [name, "given"]));
    const form = { "the place where documents are left": "NEXT_REDIRECT;replace" };
    expect(await answers(own.leader, own.id)).toEqual({ ...given, ...form });
    expect(await answers(own.member, own.id)).toEqual({
      ...given,
      ...form,
      "the mandatary's confidential document": REFUSED,
    });
    expect((await listPrices(own.leader, own.id, now)).length).toBe(2);
    expect((await listPrices(own.member, own.id, now)).map(({ structureId }) => structureId)).toEqual([
      own.partner.structure.id,
    ]);
  });

  test("a guest invited by name reads, but neither prices nor confidential folders, and changes nothing", async () => {
    const president = await actorOf("president");
    await inviteGuest(own.member, { id: own.id, email: president.email }, now);
    const guest = await signedInAs(president.sessionId);
    expect(await answers(guest, own.id)).toEqual({
      "the shared document": "given",
      "the mandatary's confidential document": REFUSED,
      "a member's confidential document": REFUSED,
      "the archive": "given",
      "the letter of mandate": "given",
      "the table of parts": "given",
      "the DC1": "given",
      "the DC2": REFUSED,
      "the place where documents are left": REFUSED,
    });
    expect((await listDocuments(guest, own.id, now)).map(({ title }) => title)).toEqual(["Mémoire"]);
    expect(await listPrices(guest, own.id, now)).toEqual([]);
    await expect(writeMessage(guest, { id: own.id, body: "x" }, now)).rejects.toMatchObject({
      code: /forbidden|not_found/,
    });
    const guests = await listGuests(own.leader, own.id, now);
    for (const { id: guestId } of guests) await revokeGuest(own.leader, { id: own.id, guestId }, now);
    expect(await findConsortium(await signedInAs(president.sessionId), own.id, now)).toBeNull();
  });

  test("whoever left comes back to read by a remaining member alone; a guest does not outlive who let them in", async () => {
    const [joined, outside] = [await addPartner(), await addPartner()];
    await invite(own.leader, own.id, joined, own.tender, [0]);
    const member = await joinIt(joined, own.id);
    const leaving = leaveConsortium(member, { id: own.id, reason: "Ailleurs." }, now);
    await Promise.allSettled([leaving, inviteGuest(member, { id: own.id, email: outside.referent.email }, now)]);
    expect((await again(outside)).consortiaVisited).toEqual([]);
    const late = inviteGuest(member, { id: own.id, email: outside.referent.email }, now);
    await expect(late).rejects.toThrow(/consortium_guest_of_member/);
    // Asked again and joined anew, it does not bring its former guests along.
    await invite(own.leader, own.id, joined, own.tender, [0]);
    await leaveConsortium(await joinIt(joined, own.id), { id: own.id, reason: "Ailleurs." }, now);
    expect((await again(outside)).consortiaVisited).toEqual([]);
    await inviteGuest(own.member, { id: own.id, email: joined.referent.email }, now);
    expect((await again(joined)).consortiaVisited).toEqual([own.id]);
    for (const { id: guestId } of await listGuests(own.leader, own.id, now)) {
      await revokeGuest(own.leader, { id: own.id, guestId }, now);
    }
  });

  test("neither the club's log nor that of its messages says who is in it, or for what", async () => {
    const acts = await db().auditEntry.findMany({ where: { subjectId: own.id } });
    expect(acts.length).toBeGreaterThan(0);
    for (const act of acts) expect(act).toMatchObject({ action: "change-workspace", personId: null, detail: {} });
    const mails = await db().mail.findMany({
      where: { kind: "workspace" },
      select: { subject: true, subjectId: true },
    });
    expect(mails.length).toBeGreaterThan(0);
    for (const { subject, subjectId } of mails) {
      expect(subject).not.toMatch(/Réseau|groupement|Maison/);
      expect(subjectId).toBeNull();
    }
  });
});
