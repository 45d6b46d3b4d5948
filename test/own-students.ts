import { randomUUID } from "node:crypto";
import type { ApplicationState } from "#lib/generated/prisma/enums";
import { addDays, columnOfDay, type Day, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { newKey } from "#lib/platform/storage";
import type { PersonActor } from "#lib/policy/actor";
import { actorFor, addHouse, addPerson } from "./own-people.ts";

/** Today of these tests, and the instant in it. */
export const NOON = new Date("2026-12-01T11:00:00Z");
const TODAY: Day = dayOf(NOON);

interface GivenOffer {
  structureId: string;
  places?: number;
  /** In how many days applying ends; the answer is promised a fortnight later. */
  applyInDays?: number;
  shownFirstTo?: string[];
}

/** An open offer of a test's own, for BUT 2, in spring. */
async function addOffer({ structureId, places = 1, applyInDays = 30, shownFirstTo = [] }: GivenOffer) {
  const applyBefore = addDays(TODAY, applyInDays);
  return await db().internship.create({
    data: {
      structureId,
      places,
      slug: `offre-${randomUUID()}`,
      title: "Supervision de serveurs F/H",
      missions: "Surveiller.",
      levels: ["but2"],
      skills: ["Linux", "SQL"],
      startsOn: columnOfDay("2027-04-05"),
      endsOn: columnOfDay("2027-06-25"),
      weeks: 10,
      applyBefore: columnOfDay(applyBefore),
      answerBy: columnOfDay(addDays(applyBefore, 14)),
      publishedAt: new Date("2026-11-20T08:00:00Z"),
      shownFirstTo,
      shownFirstUntil: shownFirstTo.length > 0 ? columnOfDay(addDays(TODAY, 9)) : null,
    },
    select: { id: true, slug: true },
  });
}

/** A student of a test's own, signed in, with a CV unless said otherwise. */
export async function addStudent({
  schoolId,
  hasCv = true,
}: {
  schoolId?: string;
  hasCv?: boolean;
} = {}): Promise<PersonActor> {
  const { id: personId } = await addPerson();
  await db().student.create({
    data: {
      personId,
      diploma: "BUT Informatique",
      level: "but2",
      availableFrom: columnOfDay("2027-03-29"),
      availableTo: columnOfDay("2027-07-02"),
      skills: ["linux"],
      ...(schoolId ? { schoolId, attachedAt: NOON } : {}),
      ...(hasCv ? { cvs: { create: { key: newKey("cv", "pdf"), bytes: 900, uploadedAt: NOON } } } : {}),
    },
    select: { personId: true },
  });
  return await actorFor(personId, NOON);
}

/** A company with an open offer, and whoever speaks for it. */
export async function addHost(offer: Omit<GivenOffer, "structureId"> = {}) {
  const { structure, referent } = await addHouse();
  return { structure, referent, offer: await addOffer({ structureId: structure.id, ...offer }) };
}

/** A school with a code, and whoever speaks for it. */
export async function addSchool() {
  const house = await addHouse();
  await db().structure.update({ where: { id: house.structure.id }, data: { kind: "school" }, select: { id: true } });
  return { id: house.structure.id, name: house.structure.name, teacher: await actorFor(house.referent.personId, NOON) };
}

interface GivenApplication {
  state?: ApplicationState;
  sentDaysAgo?: number;
}

/** An application of that student to that offer, where it is said to stand. */
export async function addApplication(
  student: PersonActor,
  offer: { id: string },
  { state = "received", sentDaysAgo = 1 }: GivenApplication = {},
): Promise<string> {
  const at = new Date(NOON.getTime() - sentDaysAgo * 86_400_000);
  const isOver = state === "accepted" || state === "refused" || state === "withdrawn";
  const { structureId } = await db().internship.findUniqueOrThrow({ where: offer, select: { structureId: true } });
  const cv = await db().cv.findFirst({ where: { studentId: student.personId }, select: { id: true } });
  const row = await db().internshipApplication.create({
    data: {
      internshipId: offer.id,
      structureId,
      studentId: student.personId,
      state,
      message: "Votre offre me plaît.",
      cvId: cv?.id ?? null,
      createdAt: at,
      sentAt: state === "draft" ? null : at,
      endedAt: isOver ? at : null,
      refusedBecause: state === "refused" ? "company" : null,
    },
    select: { id: true },
  });
  return row.id;
}

export async function stateOf(id: string): Promise<string> {
  return (await db().internshipApplication.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
}
