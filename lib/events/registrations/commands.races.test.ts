import { afterAll, describe, expect, test } from "vitest";
import { db, type Tx } from "#lib/platform/db";
import { subjectsTo } from "../../../test/own-commissions.ts";
import { addEvent, fillForm, registrationForm, removeOwnEvents } from "../../../test/own-events.ts";
import { addHouse } from "../../../test/own-people.ts";
import { removeOwnStructures } from "../../../test/own-structures.ts";
import { cancelEvent, changeEvent } from "../hosting/commands.ts";
import { confirmRegistration, registerForEvent } from "./commands.ts";

afterAll(async () => {
  await removeOwnEvents();
  await removeOwnStructures();
});

const now = new Date("2034-03-01T10:00:00Z");
const startsAt = new Date("2034-04-04T16:30:00Z");

/** Those of this database's connections that wait for a lock. */
async function waiting(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}

async function until(many: number): Promise<void> {
  for (let tries = 0; tries < 500 && (await waiting()) < many; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Does `first` in a transaction that stays open until the gate opens, and `last` before it ends. */
function holding(first: (tx: Tx) => Promise<unknown>, last?: (tx: Tx) => Promise<unknown>) {
  const gate = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const done = db().$transaction(async (tx) => {
    await first(tx);
    held.resolve();
    await gate.promise;
    await last?.(tx);
  });
  return { held: held.promise, open: () => gate.resolve(), done };
}

const host = async () => ({ ...(await addHouse()).referent, boardFunctions: ["president" as const] });

describe("somebody who confirms while the host decides", () => {
  test.each([
    ["cancels", "Annulation", (eventId: string) => ({ eventId, reason: "Neige" })],
    ["moves it", "Changement", (eventId: string) => ({ eventId, day: "2034-04-05" })],
  ])("is told when it %s", async (_, subject, inputOf) => {
    const actor = await host();
    const { id, slug } = await addEvent({ startsAt });
    const { id: registrationId, email, token } = await fillForm(slug, now);
    // Confirming has read the event, and waits to write the registration.
    const lock = holding(
      (tx) => tx.$queryRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR UPDATE`,
    );
    await lock.held;
    const confirmed = confirmRegistration(token, now);
    await until(1);
    const input = inputOf(id);
    const change = { title: "Rendez-vous d’essai", description: "", place: "Arras", from: "18:00", to: "20:00" };
    const decided = "day" in input ? changeEvent(actor, { ...change, ...input }, now) : cancelEvent(actor, input, now);
    await Promise.race([decided, until(2)]);
    lock.open();
    await Promise.all([lock.done, confirmed, decided]);
    expect((await subjectsTo(email)).map((one) => one.split("\u202f")[0])).toEqual([
      "Confirmez votre inscription",
      "Votre place est retenue",
      subject,
    ]);
  });
});

test("whoever registers for what was cancelled since they opened the form hears it", async () => {
  const { referent } = await addHouse();
  const { id, slug } = await addEvent({ startsAt });
  const cancelled = holding(
    (tx) => tx.$queryRaw`SELECT 1 FROM registration_opening WHERE "eventId" = ${id}::uuid FOR UPDATE`,
    (tx) => tx.eventCancellation.create({ data: { eventId: id, reason: "Neige", cancelledAt: now } }),
  );
  await cancelled.held;
  const form = registrationForm(slug, now, { email: referent.email });
  const registered = registerForEvent(referent, form, { now, address: "" });
  const refused = expect(registered).rejects.toMatchObject({ code: "registration_closed" });
  await until(1);
  cancelled.open();
  await cancelled.done;
  await refused;
  expect(await subjectsTo(referent.email)).toEqual([]);
});
