import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BOARD_FUNCTIONS } from "#lib/mandates/rules";
import { findActor } from "#lib/people/queries";
import { addDays, columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import type { PersonActor } from "#lib/policy/actor";
import { visitor } from "#lib/policy/actor";
import { addMember, retireMembers } from "../../test/own-members.ts";
import { leaveTraces } from "../../test/own-traces.ts";
import { archiveAsHtml, archiveAsJson } from "./archive.ts";
import { eraseOwnAccount } from "./commands.ts";
import { listOwnData } from "./queries.ts";
import { REGISTER } from "./register.ts";

const now = new Date();
const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
beforeAll(() => owner.connect());
afterAll(async () => {
  await retireMembers();
  await owner.end();
});

/** Somebody of a test's own, who left a trace in every part of the register. */
async function livelyPerson(): Promise<PersonActor> {
  const key = crypto.randomUUID();
  const [structure, school] = [await addMember({ call: { year: 2026, dueOn: "2026-01-31" } }), await addMember()];
  const commission = await db().commission.findFirstOrThrow();
  const event = { title: "essai", startsAt: now, endsAt: new Date(now.getTime() + 3_600_000) };
  const person = await db().person.create({
    data: {
      email: `${key}@people.example`,
      firstName: "Zoé",
      lastName: `Quenehen-${key}`,
      isFictional: true,
      affiliations: {
        create: { structureId: structure.id, position: "Gérante de tests", startsOn: columnOfDay("2026-01-01") },
      },
      mandates: { create: { function: "board_member", startsOn: columnOfDay("2026-01-01") } },
      administrator: { create: {} },
      student: { create: { schoolId: school.id, attachedAt: now, diploma: "BUT" } },
      sessions: { create: { createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000), userAgent: "essai" } },
      expectations: { create: { title: "essai", body: "", commissionId: commission.id, structureId: structure.id } },
      newsPosts: { create: { slug: `essai-${key}`, title: "essai", lead: "", body: "" } },
      notices: { create: { kind: "x", fact: key, title: "essai", path: "/" } },
      noticePreference: { create: { rhythm: "weekly" } },
      mails: {
        create: { kind: "x", toAddress: `${key}@people.example`, subject: "essai", text: "essai", html: "essai" },
      },
      attendances: {
        create: {
          state: "present",
          meeting: {
            create: {
              event: { create: { ...event, slug: `essai-${key}`, kind: "board_meeting", visibility: "board" } },
            },
          },
        },
      },
    },
    select: { id: true, email: true, sessions: { select: { id: true } } },
  });
  await db().need.create({ data: { text: "essai", contactName: "Zoé", contactEmail: person.email.toUpperCase() } });
  const tries = [`sign-in ${person.email} 900`, `second-factor ${person.id}`];
  await db().throttle.createMany({ data: tries.map((tried) => ({ key: tried, count: 1, resetsAt: now })) });
  const actor = await findActor(person.sessions[0]?.id ?? "", now);
  if (!actor) throw new Error("the person just made is not signed in");
  const soon = new Date(Date.now() + 3_600_000);
  await db().signInLink.create({ data: { personId: person.id, fingerprint: key, next: "/espace", expiresAt: soon } });
  await db().secondFactor.create({ data: { personId: person.id, sealedSecret: "x" } });
  const invitation = { structureId: structure.id, expiresAt: soon };
  await db().invitation.create({ data: { ...invitation, email: person.email, fingerprint: `${key} to` } });
  await db().invitation.create({
    data: { ...invitation, email: `${key}@others.example`, fingerprint: `${key} by`, invitedById: person.id },
  });
  await db().auditEntry.create({ data: { personId: person.id, action: "essai", subjectKind: "essai" } });
  await db().feePayment.create({
    data: {
      feeCall: { connect: { reference: structure.call } },
      recordedBy: { connect: { id: person.id } },
      amountCents: 100,
      method: "card",
      paidOn: columnOfDay("2026-02-01"),
      reference: key,
      receipt: `REC-2026-${String(20_000 + Math.floor(Math.random() * 9_000_000))}`,
    },
  });
  await db().mail.create({
    data: {
      kind: "fee-call",
      toAddress: person.email,
      toName: "Zoé",
      subjectKind: "FeeCall",
      subjectId: structure.id,
      subject: "Cotisation",
      text: "Bonjour Zoé",
      html: "Bonjour Zoé",
      state: "sent",
      sentAt: now,
    },
  });
  await leaveTraces({
    personId: person.id,
    email: person.email,
    structureId: structure.id,
    commissionId: commission.id,
  });
  return actor;
}

/** Every "table.column" in which some text of the database holds `words`. */
async function whereIs(words: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; column: string }>(`
    SELECT table_name AS name, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'ARRAY', 'jsonb', 'character varying')`);
  const found: string[] = [];
  for (const { name, column } of rows) {
    const sql = `SELECT 1 FROM "${name}" WHERE "${column}"::text ILIKE $1 LIMIT 1`;
    if ((await owner.query(sql, [`%${words}%`])).rowCount) found.push(`${name}.${column}`);
  }
  return found.sort();
}

describe("what is held on a person", () => {
  test("is read by them whole, in words and as data; nothing of it is a secret", async () => {
    const actor = await livelyPerson();
    const sections = await listOwnData(actor, now);
    const empty = sections.filter(({ rows }) => rows.length === 0).map(({ name }) => name);
    expect(empty).toEqual(["suspension"]);
    for (const { rows, labels } of sections) {
      for (const row of rows) expect(Object.keys(row).sort()).toEqual(Object.keys(labels).sort());
    }
    const json = JSON.parse(archiveAsJson(sections, now));
    expect(json.account).toMatchObject([{ email: actor.email, firstName: "Zoé" }]);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(REGISTER.map(({ name }) => name)));
    const html = archiveAsHtml(sections, now);
    expect(html).toContain("Gérante de tests");
    expect(html).not.toMatch(/undefined|\[object|\$argon2/);
    expect(JSON.stringify(json)).not.toContain("$argon2");
  });

  test("somebody else's is not in it", async () => {
    const [one, other] = [await livelyPerson(), await livelyPerson()];
    const text = archiveAsJson(await listOwnData(one, now), now);
    expect(text).not.toContain(other.email);
    expect(text).not.toContain(other.name);
  });

  test("what people wrote runs nothing in the page they keep", async () => {
    const actor = await livelyPerson();
    await db().affiliation.updateMany({
      where: { personId: actor.personId },
      data: { position: "<script>alert(1)</script>" },
    });
    expect(archiveAsHtml(await listOwnData(actor, now), now)).not.toContain("<script>");
  });
});

describe("erasing one's account", () => {
  test("leaves their name and address nowhere, but the message that confirms it", async () => {
    const actor = await livelyPerson();
    const lastName = actor.name.split(" ")[1] ?? "";
    expect(await whereIs(actor.email)).toContain("person.email");
    await eraseOwnAccount(actor, { confirmation: actor.email }, now);
    expect(await whereIs(actor.email)).toEqual(["mail.toAddress"]);
    expect(await whereIs(lastName)).toEqual([]);
    const last = await db().mail.findMany({ where: { toAddress: actor.email } });
    expect(last.map(({ kind, personId }) => [kind, personId])).toEqual([["account-erased", null]]);
  });

  test("ends what was open, keeps what history needs under no name, and says so in the log", async () => {
    const actor = await livelyPerson();
    await eraseOwnAccount(actor, { confirmation: actor.email }, now);
    expect(await findActor(actor.sessionId, now)).toBeNull();
    const holder = { id: actor.personId, email: actor.email };
    for (const { name, kept, read } of REGISTER.filter(({ covers }) => covers[0] !== "person.email")) {
      const rows = await read(db(), holder);
      if (kept === null) expect(`${name}: ${rows.length}`).toBe(`${name}: 0`);
    }
    const person = await db().person.findUniqueOrThrow({
      where: { id: actor.personId },
      include: { attendances: true, mandates: true, feesRecorded: true },
    });
    expect(person).toMatchObject({ firstName: "Personne", lastName: "effacée", passwordHash: null });
    expect(person.attendances).toHaveLength(1);
    expect(person.feesRecorded).toHaveLength(1);
    expect(person.mandates.map(({ endsOn }) => endsOn)).toEqual([columnOfDay(dayOf(now))]);
    const acts = await db().auditEntry.findMany({ where: { subjectId: actor.personId } });
    expect(acts.map(({ action }) => action)).toEqual(["erase-person"]);
  });

  test("is refused to whoever speaks alone for an active structure, until somebody else does", async () => {
    const structure = await addMember();
    const { personId } = await db().affiliation.findFirstOrThrow({ where: { structureId: structure.id } });
    const actor = await signedIn(personId);
    const erasure = () => eraseOwnAccount(actor, { confirmation: actor.email }, now);
    await expect(erasure()).rejects.toMatchObject({ code: "last_reference" });
    expect(await db().person.findUnique({ where: { id: personId } })).toMatchObject({ erasedAt: null });
    await join(structure.id);
    await erasure();
    expect(await db().person.findUnique({ where: { id: personId } })).toMatchObject({ erasedAt: now });
  });

  test("of the last person of a lapsed structure leaves it with nobody; with a colleague it is refused", async () => {
    const [empty, peopled] = [await addMember(), await addMember()];
    await db().structure.updateMany({ where: { id: { in: [empty.id, peopled.id] } }, data: { status: "lapsed" } });
    const speaker = async (structureId: string) =>
      signedIn((await db().affiliation.findFirstOrThrow({ where: { structureId } })).personId);
    const [last, leader] = [await speaker(empty.id), await speaker(peopled.id)];
    await join(peopled.id, "colleague");
    await eraseOwnAccount(last, { confirmation: last.email }, now);
    const refused = eraseOwnAccount(leader, { confirmation: leader.email }, now);
    await expect(refused).rejects.toMatchObject({ code: "last_reference" });
  });

  test("of two who speak for a structure and leave at once, one stays", async () => {
    const structure = await addMember();
    await join(structure.id);
    const rows = await db().affiliation.findMany({ where: { structureId: structure.id } });
    const actors = await Promise.all(rows.map(({ personId }) => signedIn(personId)));
    const tries = await Promise.allSettled(
      actors.map((actor) => eraseOwnAccount(actor, { confirmation: actor.email }, now)),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(tries.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "last_reference" });
  });

  test("of whoever alone administers the portal, or sits on the board, waits until somebody else does", async () => {
    const actor = await livelyPerson();
    const erasure = () => eraseOwnAccount(actor, { confirmation: actor.email }, now);
    const isOther = { personId: { not: actor.personId } };
    const administrators = await db().administrator.findMany({
      where: { ...isOther, person: { suspension: { is: null } } },
    });
    const alone = "essai\u202f: personne d’autre";
    await db().suspension.createMany({ data: administrators.map(({ personId }) => ({ personId, reason: alone })) });
    try {
      await expect(erasure()).rejects.toMatchObject({ code: "last_administrator" });
    } finally {
      await db().suspension.deleteMany({ where: { reason: alone } });
    }
    const today = dayOf(now);
    const seats = await db().mandate.findMany({
      where: { AND: [isOther, { function: { in: [...BOARD_FUNCTIONS] } }, inForceOn(addDays(today, 1))] },
    });
    const end = (id: string, endsOn: Date | null) =>
      db().mandate.update({ where: { id }, data: { endsOn }, select: { id: true } });
    await Promise.all(seats.map(({ id }) => end(id, columnOfDay(today))));
    try {
      await expect(erasure()).rejects.toMatchObject({ code: "last_board_mandate" });
    } finally {
      await Promise.all(seats.map(({ id, endsOn }) => end(id, endsOn)));
    }
    expect(await findActor(actor.sessionId, now)).not.toBeNull();
    await erasure();
    expect(await findActor(actor.sessionId, now)).toBeNull();
  });

  test("asks for one's own address and a fresh proof first; nobody erases somebody else", async () => {
    const [actor, other] = [await livelyPerson(), await livelyPerson()];
    const wrong = eraseOwnAccount(actor, { confirmation: other.email }, now);
    await expect(wrong).rejects.toMatchObject({ code: "wrong_confirmation", field: "confirmation" });
    const later = eraseOwnAccount(actor, { confirmation: actor.email }, new Date(now.getTime() + 20 * 60_000));
    await expect(later).rejects.toMatchObject({ code: "stale_proof" });
    const nobody = eraseOwnAccount(visitor, { confirmation: other.email }, now);
    await expect(nobody).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().person.count({ where: { id: { in: [actor.personId, other.personId] }, erasedAt: null } })).toBe(
      2,
    );
  });

  test("twice is erasing once; the address may then serve for a new account", async () => {
    const actor = await livelyPerson();
    await eraseOwnAccount(actor, { confirmation: actor.email }, now);
    await db().person.create({ data: { email: actor.email, firstName: "Zoé", lastName: "Nouvelle" } });
    await eraseOwnAccount(actor, { confirmation: actor.email }, now);
    expect(await db().person.findUnique({ where: { email: actor.email } })).toMatchObject({ erasedAt: null });
  });
});

async function signedIn(personId: string): Promise<PersonActor> {
  const { id } = await db().session.create({
    data: { personId, createdAt: now, expiresAt: new Date(now.getTime() + 3_600_000) },
  });
  const actor = await findActor(id, now);
  if (!actor) throw new Error("not signed in");
  return actor;
}

async function join(structureId: string, role: "primary_contact" | "colleague" = "primary_contact"): Promise<void> {
  await db().affiliation.create({
    data: {
      role,
      startsOn: columnOfDay("2026-01-01"),
      structure: { connect: { id: structureId } },
      person: { create: { email: `${crypto.randomUUID()}@people.example`, firstName: "Léo", lastName: "Second" } },
    },
  });
}
