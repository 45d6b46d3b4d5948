import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { addDays, columnOfDay, type Day, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { OPEN_STATES } from "../applications/rules.ts";
import { HOURS_WITHOUT_STIPEND, MOST_HOURS, MOST_PER_TUTOR } from "../law.ts";
import { daysOf, type House } from "./rules.ts";

/** More than a structure ever published: the older ones are the first to fall off. */
const MOST_OFFERS = 200;

/** The offers of a structure of `actor`'s, at every age, the latest written first. */
export async function listOwnOffers(actor: Actor, structureId: string, now: Date) {
  return await db().internship.findMany({
    relationLoadStrategy: "join",
    where: { AND: [{ structureId }, permitted(actor, "publish", "Internship", now)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_OFFERS,
    select: {
      id: true,
      slug: true,
      title: true,
      levels: true,
      startsOn: true,
      weeks: true,
      places: true,
      applyBefore: true,
      answerBy: true,
      publishedAt: true,
      closedAt: true,
      closedBecause: true,
      shownFirstUntil: true,
      _count: { select: { applications: { where: { state: { not: "draft" }, studentId: { not: null } } } } },
    },
  });
}

/** More than one offer ever received. */
const MOST_APPLICATIONS = 1_000;

/** An offer as its own people see it: what its page says, and what only they know. */
const OWN = {
  id: true,
  slug: true,
  structureId: true,
  copiedFromId: true,
  title: true,
  missions: true,
  skills: true,
  levels: true,
  curricula: true,
  startsOn: true,
  endsOn: true,
  weeks: true,
  hoursPerWeek: true,
  hoursPresent: true,
  communeInsee: true,
  remotePercent: true,
  places: true,
  hourlyStipendCents: true,
  tutorName: true,
  tutorRole: true,
  applyBefore: true,
  answerBy: true,
  shownFirstTo: true,
  shownFirstUntil: true,
  publishedAt: true,
  closedAt: true,
  closedBecause: true,
  updatedAt: true,
  commission: { select: { slug: true } },
  commune: { select: { slug: true, name: true, postalCodes: true } },
  copiedFrom: { select: { endsOn: true, weeks: true } },
  /** Places taken. */
  _count: { select: { applications: { where: { state: "accepted" } } } },
  structure: {
    select: { slug: true, name: true, city: true, website: true, isFictional: true, headcount: true },
  },
} satisfies Prisma.InternshipSelect;

/** The offer with this id; null when it is none that `actor` may manage. A command reads it inside its transaction. */
export async function findOwnOffer(actor: Actor, id: string, now: Date, tx: Tx = db()) {
  if (!isUuid(id)) return null;
  return await tx.internship.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, permitted(actor, "publish", "Internship", now)] },
    select: OWN,
  });
}

export type OwnOffer = NonNullable<Awaited<ReturnType<typeof findOwnOffer>>>;

/** Whether there is such an offer at all: asked only of one that somebody was refused, for the log. */
export async function existsOffer(id: string): Promise<boolean> {
  return isUuid(id) && (await db().internship.count({ where: { id } })) > 0;
}

/**
 * What the law looks at beside the offer: the house's size, the interns that its other offers of these weeks may
 * bring, the one before. An offer that is open may bring as many as it has places; one that is closed, or past its
 * date, those who accepted, and those who still wait while it has room for them.
 */
export async function findHouse(actor: Actor, offer: OwnOffer, now: Date, tx: Tx = db()): Promise<House> {
  const week = (day: Day, days: number) => columnOfDay(addDays(day, days));
  const rows = await tx.internship.findMany({
    where: {
      AND: [
        { structureId: offer.structureId, NOT: { id: offer.id } },
        permitted(actor, "publish", "Internship", now),
        { publishedAt: { not: null } },
        {
          startsOn: { lte: week(dayOfColumn(offer.endsOn), 7) },
          endsOn: { gte: week(dayOfColumn(offer.startsOn), -7) },
        },
      ],
    },
    take: MOST_OFFERS,
    select: {
      startsOn: true,
      endsOn: true,
      weeks: true,
      places: true,
      tutorName: true,
      closedAt: true,
      applyBefore: true,
      applications: {
        where: { state: { in: [...OPEN_STATES, "accepted"] } },
        take: MOST_APPLICATIONS,
        select: { state: true },
      },
    },
  });
  return {
    headcount: offer.structure.headcount,
    others: rows.flatMap(({ applications, closedAt, applyBefore, ...row }) => {
      const isOpen = !closedAt && dayOfColumn(applyBefore) >= dayOf(now);
      const places = isOpen ? row.places : Math.min(row.places, applications.length);
      return places > 0 ? [{ ...daysOf(row), places }] : [];
    }),
    previous: offer.copiedFrom && { endsOn: dayOfColumn(offer.copiedFrom.endsOn), weeks: offer.copiedFrom.weeks },
  };
}

/** What the form of an offer lets choose: trades, schools that may see it first, skills that have a name; and where the house is. */
export async function listOfferChoices(structureId: string | undefined) {
  const [commissions, schools, skills, house] = await Promise.all([
    db().commission.findMany({ orderBy: { position: "asc" }, take: 20, select: { slug: true, name: true } }),
    db().structure.findMany({
      where: { kind: "school", status: "active" },
      orderBy: { name: "asc" },
      take: 20,
      select: { id: true, name: true },
    }),
    db().skill.findMany({ orderBy: { label: "asc" }, take: 500, select: { label: true } }),
    structureId
      ? db().structure.findUnique({ where: { id: structureId }, select: { commune: { select: { slug: true } } } })
      : null,
  ]);
  return {
    commissions,
    schools,
    skillLabels: skills.map(({ label }) => label),
    town: house?.commune?.slug ?? "",
    // Told to the form, which would otherwise carry the law and its calendar to the browser.
    limits: { hoursWithoutStipend: HOURS_WITHOUT_STIPEND, mostHours: MOST_HOURS, mostPerTutor: MOST_PER_TUTOR },
  };
}
export type OfferChoices = Awaited<ReturnType<typeof listOfferChoices>>;
