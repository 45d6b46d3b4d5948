import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { writeCsv } from "#lib/feeds/csv";
import { registrantColumns } from "#lib/feeds/tables";
import { db } from "#lib/platform/db";
import { signedToken } from "#lib/platform/tokens";
import { system } from "#lib/policy/actor";
import { RETENTION } from "#lib/privacy/retention";
import { addCommission, removeOwnCommissions, subjectsTo, tokenIn } from "../../../../test/own-commissions.ts";
import { addEvent, fillForm, removeOwnEvents } from "../../../../test/own-events.ts";
import { actorFor, addPerson } from "../../../../test/own-people.ts";
import { announceEvent } from "../../hosting/commands.ts";
import { findHosted, listHosted } from "../../hosting/queries.ts";
import { confirmRegistration } from "../commands.ts";
import { findOwnRegistration, findVisit } from "../queries.ts";
import { remindRegistrants, thankVisitors } from "../reminders/commands.ts";
import { LINKS } from "../rules.ts";
import { askQuestions, notePresence, openRegistration, releasePlace } from "./commands.ts";
import { countRegistrants, findByPresenceCode, listRegistrants } from "./queries.ts";
import { openingInput, questionsInput } from "./schema.ts";

afterAll(async () => {
  await removeOwnEvents();
  await removeOwnCommissions();
});

const now = new Date("2034-03-01T10:00:00Z");
const startsAt = new Date("2034-04-04T16:30:00Z");
const hoursBefore = (hours: number) => new Date(startsAt.getTime() - hours * 3_600_000);

async function president() {
  const actor = await actorFor((await addPerson()).id, now);
  return { ...actor, boardFunctions: ["president" as const] };
}

async function come(event: string, over: Record<string, unknown> = {}) {
  const made = await fillForm(event, now, over);
  await confirmRegistration(made.token, now);
  return made;
}

describe("a host", () => {
  test("is the board for everything public, a lead for their commission, nobody else", async () => {
    const [{ commission, lead, members }, chair] = [await addCommission({ people: 1 }), await president()];
    const event = {
      title: "Un soir ensemble",
      description: "",
      day: "2034-05-02",
      from: "18:00",
      to: "20:00",
      place: "Lens",
    };
    const slug = await announceEvent(lead.actor, { ...event, commission: commission.slug }, now);
    await expect(announceEvent(lead.actor, { ...event, commission: null }, now)).rejects.toMatchObject({
      code: "not_your_commission",
    });
    await expect(announceEvent(chair, { ...event, commission: "nulle-part" }, now)).rejects.toMatchObject({
      code: "not_your_commission",
    });
    const [member] = members;
    if (!member) throw new Error("nobody");
    await expect(announceEvent(member.actor, { ...event, commission: null }, now)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(announceEvent(chair, { ...event, commission: null, to: "17:00" }, now)).rejects.toMatchObject({
      code: "ends_before_start",
      field: "to",
    });
    expect((await listHosted(lead.actor, "coming", now)).map((one) => one.slug)).toEqual([slug]);
    expect([await findHosted(chair, slug, now), await findHosted(member.actor, slug, now)]).toEqual([
      expect.objectContaining({ slug, registrationOpening: null }),
      null,
    ]);
    const again = await announceEvent(chair, { ...event, commission: null }, now);
    expect(again).toBe("un-soir-ensemble-2034-05-02");
    await db().event.deleteMany({ where: { slug: again } });
  });

  test("opens registrations, makes room for those who wait, and cannot take seats away", async () => {
    const chair = await president();
    const { id, slug } = await addEvent({ startsAt, deadline: null });
    const opening = { eventId: id, capacity: 1, deadline: hoursBefore(24), guestsPerMember: 0 };
    const stranger = await actorFor((await addPerson()).id, now);
    await expect(openRegistration(stranger, opening, now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(openRegistration(chair, { ...opening, deadline: hoursBefore(-1) }, now)).rejects.toMatchObject({
      field: "deadlineDay",
    });
    await openRegistration(chair, opening, now);
    const [, second, third] = [await come(slug), await come(slug), await come(slug)];
    await openRegistration(chair, { ...opening, capacity: 2 }, now);
    expect((await findOwnRegistration(second.token))?.state).toBe("registered");
    expect((await findOwnRegistration(third.token))?.state).toBe("waiting");
    await expect(openRegistration(chair, { ...opening, capacity: 1 }, now)).rejects.toThrow(
      "registration_within_capacity",
    );
    await releasePlace(chair, { registrationId: second.id }, now);
    expect((await findOwnRegistration(third.token))?.state).toBe("registered");
    await expect(releasePlace(stranger, { registrationId: third.id }, now)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("chooses questions until somebody has answered", async () => {
    const chair = await president();
    const { id, slug } = await addEvent({ startsAt });
    const asked = questionsInput.parse({
      eventId: id,
      questions: [
        { label: "Un régime ?", kind: "choice", options: "Aucun\nVégétarien\n\nAucun", isRequired: "on" },
        { label: "", kind: "short_text" },
        { label: "=1+1", kind: "yes_no", options: "ignoré" },
      ],
    });
    await askQuestions(chair, asked, now);
    await askQuestions(chair, asked, now);
    const questions = (await findHosted(chair, slug, now))?.registrationOpening?.questions ?? [];
    expect(questions).toMatchObject([
      { label: "Un régime ?", options: ["Aucun", "Végétarien"], isRequired: true },
      { label: "=1+1", options: [], isRequired: false },
    ]);
    const [diet] = questions;
    await come(slug, {
      firstName: '=HYPERLINK("http://x")',
      answers: [{ question: diet?.id, value: "Végétarien" }],
    });
    await expect(askQuestions(chair, { ...asked, questions: [] }, now)).rejects.toThrow(
      "registration_answer_questionId_fkey",
    );
    const { items } = await listRegistrants(
      chair,
      slug,
      { q: "menuiserie", state: "registered" },
      { page: 1, perPage: 9 },
      now,
    );
    const csv = writeCsv(registrantColumns(questions), items);
    expect(csv).toContain(";'=1+1;");
    expect(csv).toContain("'=HYPERLINK");
    expect(csv).toContain("Végétarien");
  });

  test.each([
    [{ capacity: 0 }, "capacity"],
    [{ capacity: 9_999 }, "capacity"],
    [{ deadlineDay: "demain" }, "deadlineDay"],
    [{ guestsPerMember: 11 }, "guestsPerMember"],
  ])("is told what is wrong in %j", (over, field) => {
    const right = { eventId: randomUUID(), capacity: 3, deadlineDay: "2034-04-01", deadlineTime: "18:00" };
    expect(openingInput.safeParse({ ...right, ...over }).error?.issues[0]?.path).toEqual([field]);
  });

  test("ticks who is there from the list or a scanned code, and no stranger can", async () => {
    const chair = await president();
    const { id, slug } = await addEvent({ startsAt, capacity: 1 });
    const [here, waiting] = [await come(slug), await come(slug)];
    const code = signedToken(LINKS.presence, here.id);
    const stranger = await actorFor((await addPerson()).id, now);
    expect(await findByPresenceCode(chair, code, now)).toMatchObject({ id: here.id, state: "registered" });
    expect(await findByPresenceCode(stranger, code, now)).toBeNull();
    expect(await findByPresenceCode(chair, here.token, now)).toBeNull();
    const present = { registrationId: here.id, present: true };
    await expect(notePresence(stranger, present, now)).rejects.toMatchObject({ code: "forbidden" });
    await notePresence(chair, present, startsAt);
    await notePresence(chair, present, new Date(startsAt.getTime() + 60_000));
    expect((await findByPresenceCode(chair, code, now))?.presentAt).toEqual(startsAt);
    expect(await countRegistrants(chair, slug, now)).toMatchObject({ present: 1, waiting: { people: 1 } });
    await expect(notePresence(chair, { registrationId: waiting.id, present: true }, now)).rejects.toThrow(
      "registration_present",
    );
    await notePresence(chair, { ...present, present: false }, now);
    expect(await countRegistrants(chair, slug, now)).toMatchObject({ present: 0 });
    expect(await countRegistrants(stranger, slug, now)).toMatchObject({ registered: { people: 0 } });
    expect(id).toBeTruthy();
  });
});

describe("afterwards and before", () => {
  const rule = RETENTION.find(({ name }) => name === "registrations");
  const forget = (at: Date) => db().$transaction(async (tx) => await rule?.apply?.(tx, at));
  const reminders = async (email: string) =>
    (await subjectsTo(email)).filter((subject) => /^(Demain|Dans une semaine)/.test(subject));

  test("those who registered early are reminded a week before too, once", async () => {
    const later = new Date(startsAt.getTime() + 20 * 86_400_000);
    const { slug } = await addEvent({ startsAt: later });
    const early = await come(slug);
    const ahead = (days: number) => new Date(later.getTime() - days * 86_400_000);
    await remindRegistrants(system, ahead(7.1));
    expect(await reminders(early.email)).toEqual([]);
    await Promise.all([remindRegistrants(system, ahead(6.9)), remindRegistrants(system, ahead(6.9))]);
    await remindRegistrants(system, ahead(2));
    expect(await reminders(early.email)).toEqual(["Dans une semaine\u202f: Rendez-vous d’essai"]);
    await remindRegistrants(system, ahead(0.5));
    expect(await reminders(early.email)).toEqual([
      "Dans une semaine\u202f: Rendez-vous d’essai",
      "Demain\u202f: Rendez-vous d’essai",
    ]);
  });

  test("those who have a seat are reminded the day before, once, and again for another date", async () => {
    const { id, slug } = await addEvent({ startsAt, capacity: 1 });
    const [seated, waiting] = [await come(slug), await come(slug)];
    await remindRegistrants(system, hoursBefore(24 * 7 + 1));
    expect(await reminders(seated.email)).toEqual([]);
    await Promise.all([remindRegistrants(system, hoursBefore(23)), remindRegistrants(system, hoursBefore(23))]);
    await remindRegistrants(system, hoursBefore(2));
    expect([await reminders(seated.email), await reminders(waiting.email)]).toEqual([
      ["Demain\u202f: Rendez-vous d’essai"],
      [],
    ]);
    const moved = new Date(startsAt.getTime() + 7 * 86_400_000);
    await db().event.update({
      where: { id },
      data: { startsAt: moved, endsAt: new Date(moved.getTime() + 3_600_000) },
      select: { id: true },
    });
    await remindRegistrants(system, new Date(moved.getTime() - 3_600_000));
    expect(await reminders(seated.email)).toHaveLength(2);
    const stranger = await actorFor((await addPerson()).id, now);
    await expect(remindRegistrants(stranger, now)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("who came for a company that is no member is thanked once, and their application is begun", async () => {
    const chair = await president();
    const { slug } = await addEvent({ startsAt });
    const [came, alone, absent] = [await come(slug), await come(slug, { organization: "" }), await come(slug)];
    for (const { id: registrationId } of [came, alone])
      await notePresence(chair, { registrationId, present: true }, startsAt);
    const after = new Date(startsAt.getTime() + 86_400_000);
    await Promise.all([thankVisitors(system, after), thankVisitors(system, after)]);
    await thankVisitors(system, after);
    const thanks = async (email: string) => (await subjectsTo(email)).filter((subject) => subject.startsWith("Merci"));
    expect(await Promise.all([came, alone, absent].map(({ email }) => thanks(email)))).toEqual([
      [expect.stringContaining("Merci d’être venu")],
      [],
      [],
    ]);
    const token = (await tokenIn(came.email, "visite=")).trim();
    expect(await findVisit(token)).toMatchObject({
      firstName: "Ada",
      organization: "Menuiserie d’essai",
      email: came.email,
    });
    expect(await findVisit(came.token)).toBeNull();
  });

  test("a year later only their number is left; what nobody confirmed goes after a week", async () => {
    const { id, slug } = await addEvent({ startsAt });
    const [kept, pending] = [await come(slug), await fillForm(slug, now)];
    await forget(new Date(now.getTime() + 8 * 86_400_000));
    expect([await findOwnRegistration(kept.token), await findOwnRegistration(pending.token)]).toEqual([
      expect.objectContaining({ email: kept.email }),
      null,
    ]);
    await forget(new Date("2035-04-06T10:00:00Z"));
    expect(await db().registration.findMany({ where: { eventId: id } })).toMatchObject([
      { firstName: "Personne", email: `${kept.id}@effacee.invalid`, organization: null, state: "registered" },
    ]);
  });
});
