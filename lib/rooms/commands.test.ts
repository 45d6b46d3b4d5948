import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { moveMeeting, scheduleMeeting } from "#lib/meetings/schedule/commands";
import { fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { actorOf } from "../../test/cast.ts";
import { addCommission, removeOwnCommissions, subjectsTo, tokenIn } from "../../test/own-commissions.ts";
import { requestRoom } from "./commands.ts";
import { answerOffer, answerRequest } from "./keeper/commands.ts";
import { findRequestByLink } from "./keeper/queries.ts";
import { roomStateAt } from "./rules.ts";
import { retireRoom, saveRoom } from "./venues/commands.ts";

afterAll(removeOwnCommissions);

const now = new Date("2026-11-24T10:00:00Z");
type Own = Awaited<ReturnType<typeof addCommission>>;

async function schedule(own: Own, day = "2027-01-12") {
  const slug = await scheduleMeeting(
    own.lead.actor,
    {
      commission: own.commission.slug,
      title: "Réunion",
      description: "",
      day,
      from: "18:00",
      to: "20:00",
      format: "in_person",
      roomId: own.large.id,
    },
    now,
  );
  return db().event.findUniqueOrThrow({ where: { slug }, select: { id: true } });
}

const placeOf = async (id: string) => (await db().event.findUniqueOrThrow({ where: { id } })).place;
const statesOf = async (eventId: string) =>
  (await db().roomBooking.findMany({ where: { eventId }, orderBy: { id: "asc" } })).map(({ state }) => state);

describe("one room and one hour", () => {
  test("of 500 who ask at once, one has it", async () => {
    const own = await addCommission({ people: 0 });
    const slots = await Promise.all(
      Array.from({ length: 500 }, async (_, index) => {
        const event = await db().event.create({
          data: {
            slug: `${own.commission.slug}-${index}`,
            kind: "club_event",
            title: "x",
            visibility: "board",
            startsAt: fromParis("2027-02-02", "18:00"),
            endsAt: fromParis("2027-02-02", "20:00"),
          },
          select: { id: true, startsAt: true, endsAt: true },
        });
        return { eventId: event.id, startsAt: event.startsAt, endsAt: event.endsAt };
      }),
    );
    const results = await Promise.allSettled(
      slots.map(({ eventId, startsAt, endsAt }) =>
        db().$transaction(
          (tx) =>
            requestRoom(tx, {
              roomId: own.large.id,
              startsAt,
              endsAt,
              target: { eventId },
              purpose: "x",
              requestedById: null,
            }),
          { maxWait: 60_000, timeout: 60_000 },
        ),
      ),
    );
    const refused = results.flatMap((result) => (result.status === "rejected" ? [refusalOf(result.reason)?.code] : []));
    expect(refused).toEqual(Array.from({ length: 499 }, () => "room_booking_no_overlap"));
    expect(await db().roomBooking.count({ where: { roomId: own.large.id } })).toBe(1);
    expect(await subjectsTo(own.keeper)).toHaveLength(1);
    await db().event.deleteMany({ where: { id: { in: slots.map(({ eventId }) => eventId) } } });
  }, 120_000);

  test("is given to those whose hours do not overlap, and to nobody else, as the rule says", async () => {
    const own = await addCommission({ people: 0 });
    const quarter = (n: number) => new Date(Date.UTC(2027, 4, 3) + n * 900_000);
    const spans = fc.array(fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) }), {
      minLength: 2,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(spans, async (asked) => {
        const kept: { startsAt: Date; endsAt: Date; state: "requested" }[] = [];
        for (const { start, length } of asked) {
          const [startsAt, endsAt] = [quarter(start), quarter(start + length)];
          const event = await db().event.create({
            data: {
              slug: `p-${crypto.randomUUID()}`,
              kind: "club_event",
              title: "x",
              visibility: "board",
              startsAt,
              endsAt,
            },
            select: { id: true },
          });
          const target = { eventId: event.id };
          const isFree = roomStateAt(kept, startsAt, endsAt) === "free";
          const got = await db()
            .$transaction((tx) =>
              requestRoom(tx, { roomId: own.large.id, startsAt, endsAt, target, purpose: "x", requestedById: null }),
            )
            .then(
              () => true,
              () => false,
            );
          expect(got).toBe(isFree);
          if (got) kept.push({ startsAt, endsAt, state: "requested" });
        }
        await db().event.deleteMany({ where: { slug: { startsWith: "p-" }, visibility: "board" } });
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

describe("the keeper, by the link alone", () => {
  test("confirms once; reading the request changes nothing", async () => {
    const own = await addCommission();
    const { id } = await schedule(own);
    const token = await tokenIn(own.keeper, "/salle/");
    expect(await findRequestByLink(token, now)).toMatchObject({ state: "requested", purpose: "Réunion", people: 4 });
    expect(await statesOf(id)).toEqual(["requested"]);
    const confirm = () => answerRequest({ token, answer: "confirm", note: "Badge à l’accueil" }, now);
    await Promise.all([confirm(), confirm()]);
    expect(await statesOf(id)).toEqual(["confirmed"]);
    expect((await subjectsTo(own.lead.email)).filter((subject) => subject.startsWith("Salle confirmée"))).toHaveLength(
      1,
    );
  });

  test("declines: the room is free again, the place unknown, those who lead are told", async () => {
    const own = await addCommission();
    const { id } = await schedule(own);
    const token = await tokenIn(own.keeper, "/salle/");
    await answerRequest({ token, answer: "confirm", note: "" }, now);
    await answerRequest({ token, answer: "decline", note: "Dégât des eaux" }, now);
    expect(await statesOf(id)).toEqual(["declined"]);
    expect(await placeOf(id)).toBeNull();
    expect((await subjectsTo(own.lead.email)).at(-1)).toMatch(/^Salle refusée/);
    expect((await subjectsTo(own.members[0]?.email ?? "")).at(-1)).toMatch(/^Changement/);
    await expect(answerRequest({ token, answer: "confirm", note: "" }, now)).rejects.toMatchObject({
      code: "booking_over",
    });
  });

  test("proposes another room, which is held until the lead says yes: calendars follow", async () => {
    const [own, other] = await Promise.all([addCommission(), addCommission()]);
    const { id } = await schedule(own);
    const token = await tokenIn(own.keeper, "/salle/");
    await expect(
      answerRequest({ token, answer: "offer", roomId: other.small.id, note: "" }, now),
    ).rejects.toMatchObject({ code: "room_unknown", field: "roomId" });
    await answerRequest({ token, answer: "offer", roomId: own.small.id, note: "" }, now);
    const [offered] = await db().roomBooking.findMany({ where: { eventId: id, state: "offered" } });
    const bookingId = offered?.id ?? "";
    await expect(answerOffer(other.lead.actor, { bookingId, accepts: true }, now)).rejects.toMatchObject({
      code: "not_found",
    });
    await answerOffer(own.lead.actor, { bookingId, accepts: true }, now);
    expect(await placeOf(id)).toMatch(/^Petite/);
    expect((await subjectsTo(own.members[0]?.email ?? "")).at(-1)).toMatch(/^Changement/);
    await expect(answerOffer(own.lead.actor, { bookingId, accepts: false }, now)).rejects.toMatchObject({
      code: "booking_over",
    });
  });

  test("is answered by nobody with an altered link, nor for a room no longer asked for", async () => {
    const own = await addCommission();
    const { id } = await schedule(own);
    const token = await tokenIn(own.keeper, "/salle/");
    await expect(answerRequest({ token: `${token}x`, answer: "confirm", note: "" }, now)).rejects.toMatchObject({
      code: "wrong_link",
    });
    await moveMeeting(
      own.lead.actor,
      { eventId: id, day: "2027-01-13", from: "18:00", to: "20:00", place: "Ici" },
      now,
    );
    await expect(answerRequest({ token, answer: "confirm", note: "" }, now)).rejects.toMatchObject({
      code: "booking_over",
    });
  });

  test("changes nothing of a meeting that is over, and neither does whoever was offered a room for it", async () => {
    const own = await addCommission();
    const { id } = await schedule(own);
    const token = await tokenIn(own.keeper, "/salle/");
    const over = fromParis("2027-01-12", "20:00");
    await answerRequest({ token, answer: "confirm", note: "" }, now);
    const place = await placeOf(id);
    const late = { code: "booking_over", message: expect.stringContaining("passée") };
    await expect(answerRequest({ token, answer: "decline", note: "" }, over)).rejects.toMatchObject(late);
    expect([await placeOf(id), await statesOf(id)]).toEqual([place, ["confirmed"]]);
    expect(await findRequestByLink(token, over)).toMatchObject({ isOver: true });
    await answerRequest({ token, answer: "offer", roomId: own.small.id, note: "" }, now);
    const { id: bookingId } = await db().roomBooking.findFirstOrThrow({ where: { eventId: id, state: "offered" } });
    await expect(answerOffer(own.lead.actor, { bookingId, accepts: false }, over)).rejects.toMatchObject(late);
  });

  test("is not asked where nobody keeps the rooms: they are lent at once", async () => {
    const own = await addCommission({ keeper: false });
    const { id } = await schedule(own);
    expect(await statesOf(id)).toEqual(["confirmed"]);
  });
});

describe("a room", () => {
  test("that is booked cannot be taken away; one that is free can, and is lent no more", async () => {
    const own = await addCommission();
    const president = await actorOf("president");
    const { id } = await schedule(own);
    await expect(retireRoom(president, { id: own.large.id }, now)).rejects.toMatchObject({
      code: "room_booked",
      message: expect.stringContaining("12\u00a0janvier 2027"),
    });
    await moveMeeting(
      own.lead.actor,
      { eventId: id, day: "2027-01-13", from: "18:00", to: "20:00", place: "Ici" },
      now,
    );
    await retireRoom(president, { id: own.large.id }, now);
    await expect(schedule(own, "2027-02-09")).rejects.toMatchObject({ code: "room_retired", field: "roomId" });
  });

  test("is kept up to date by the board alone", async () => {
    const own = await addCommission();
    const input = { venueId: own.venueId, name: "Moyenne", capacity: 20, equipment: "écran,  wifi ,", access: "" };
    await expect(saveRoom(own.lead.actor, input, now)).rejects.toMatchObject({ code: "forbidden" });
    await saveRoom(await actorOf("president"), input, now);
    expect(await db().room.findFirst({ where: { venueId: own.venueId, name: "Moyenne" } })).toMatchObject({
      equipment: ["écran", "wifi"],
    });
  });
});
