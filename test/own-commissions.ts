import { randomUUID } from "node:crypto";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";

export interface OwnPerson {
  id: string;
  email: string;
  structureId: string;
  actor: PersonActor;
}

const made = { commissions: [] as string[], structures: [] as string[], venues: [] as string[] };

/** A commission of a test's own: a lead, so many people of as many structures, and a venue with two rooms. */
export async function addCommission({ people = 3, keeper = true }: { people?: number; keeper?: boolean } = {}) {
  const mark = randomUUID();
  const commission = await db().commission.create({
    data: {
      slug: `c-${mark}`,
      name: `Commission ${mark}`,
      mission: "…",
      position: 10_000 + Math.trunc(Math.random() * 1e9),
    },
    select: { id: true, slug: true, name: true },
  });
  made.commissions.push(commission.id);
  const members = await Promise.all(
    Array.from({ length: people }, (_, index) => addPerson(commission.id, `${index}-${mark}`)),
  );
  const lead = await addPerson(commission.id, `lead-${mark}`);
  await db().mandate.create({
    data: { personId: lead.id, function: "lead", commissionId: commission.id, startsOn: new Date("2026-01-05") },
  });
  lead.actor.commissionsLed = [{ ...commission, function: "lead" }];
  const venue = await db().venue.create({
    data: {
      name: `Maison ${mark}`,
      ...(keeper ? { keeperName: "Odile", keeperEmail: `salles-${mark}@cci.example` } : {}),
      rooms: {
        create: [
          { name: "Grande", capacity: 40 },
          { name: "Petite", capacity: 8 },
        ],
      },
    },
    select: { id: true, keeperEmail: true, rooms: { orderBy: { name: "asc" }, select: { id: true, name: true } } },
  });
  made.venues.push(venue.id);
  const [large, small] = venue.rooms;
  if (!large || !small) throw new Error("no rooms");
  return { commission, members, lead, keeper: venue.keeperEmail ?? "", venueId: venue.id, large, small };
}

/** Somebody more in the commission. */
export async function addPerson(commissionId: string, mark: string): Promise<OwnPerson> {
  const structure = await db().structure.create({
    data: {
      slug: `s-${mark}`,
      name: `Structure ${mark}`,
      kind: "service",
      joinedOn: new Date("2026-01-05"),
      // Other tests look at the whole directory.
      status: "active",
      isFictional: true,
      commissions: { create: { commissionId, joinedOn: new Date("2026-01-05") } },
    },
    select: { id: true, slug: true, name: true },
  });
  made.structures.push(structure.id);
  const person = await db().person.create({
    data: {
      email: `${mark}@own.example`,
      firstName: "Prénom",
      lastName: mark,
      isFictional: true,
      affiliations: {
        create: { structureId: structure.id, role: "primary_contact", startsOn: new Date("2026-01-05") },
      },
    },
    select: { id: true, email: true },
  });
  const own = { ...structure, isSchool: false, isActive: true, role: "primary_contact" as const };
  return {
    ...person,
    structureId: structure.id,
    actor: {
      kind: "person",
      personId: person.id,
      sessionId: randomUUID(),
      name: mark,
      email: person.email,
      structures: [own],
      actingFor: own,
      consortia: [],
      consortiaVisited: [],
      commissionsLed: [],
      boardFunctions: [],
      isAdministrator: false,
      isStudent: false,
      raisedHands: [],
      owesSecondFactor: false,
    },
  };
}

/** Takes them all away again, but for the people, who are named in the audit log: other tests look at every commission. */
export async function removeOwnCommissions(): Promise<void> {
  const commissionId = { in: made.commissions.splice(0) };
  const venueId = { in: made.venues.splice(0) };
  await db().poll.deleteMany({ where: { commissionId } });
  await db().event.deleteMany({ where: { commissionId } });
  await db().roomBooking.deleteMany({ where: { room: { venueId } } });
  await db().room.deleteMany({ where: { venueId } });
  await db().venue.deleteMany({ where: { id: venueId } });
  await db().mandate.deleteMany({ where: { commissionId } });
  await db().commissionMember.deleteMany({ where: { commissionId } });
  await db().structure.deleteMany({ where: { id: { in: made.structures.splice(0) } } });
  await db().commission.deleteMany({ where: { id: commissionId } });
}

/** The subjects of the messages to this address, in the order in which they were written. */
export async function subjectsTo(address: string): Promise<string[]> {
  const mails = await db().mail.findMany({
    where: { toAddress: address },
    orderBy: { id: "asc" },
    select: { subject: true },
  });
  return mails.map(({ subject }) => subject);
}

/** The token at the end of the last message's link that begins with this path. */
export async function tokenIn(address: string, path: string): Promise<string> {
  const mail = await db().mail.findFirstOrThrow({
    where: { toAddress: address, text: { contains: path } },
    orderBy: { id: "desc" },
    select: { text: true },
  });
  return new RegExp(`${path}(\\S+)`).exec(mail.text)?.[1] ?? "";
}
