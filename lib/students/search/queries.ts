import "server-only";
import { sinceSchoolYear } from "#lib/internships/rules";
import { dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { fitOf } from "../rules.ts";

/** How many are compared, and how many are shown. */
const COMPARED = 500;
const SHOWN = 24;

/**
 * The students who agreed to be found and whom an offer of the actor's structure fits, the best first,
 * with why. Their first name only: they say the rest when they apply. Null when the offer is not theirs.
 */
export async function listFittingStudents(actor: PersonActor, internshipId: string, now: Date) {
  if (!isUuid(internshipId)) return null;
  const offer = await db().internship.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id: internshipId }, permitted(actor, "publish", "Internship", now)] },
    select: {
      id: true,
      title: true,
      levels: true,
      startsOn: true,
      endsOn: true,
      weeks: true,
      skills: true,
      closedAt: true,
      commune: { select: { slug: true } },
    },
  });
  if (!offer) return null;
  const students = await db().student.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        permitted(actor, "invite", "Student", now),
        {
          level: { in: offer.levels },
          OR: [{ foundElsewhereAt: null }, { foundElsewhereAt: { lt: sinceSchoolYear(now) } }],
          availableTo: { gte: offer.startsOn },
          availableFrom: { lte: offer.endsOn },
          // Who has applied is in the other list; who is placed looks no more.
          applications: { none: { OR: [{ internshipId }, { state: "accepted" }] } },
        },
      ],
    },
    orderBy: { personId: "asc" },
    take: COMPARED,
    select: {
      personId: true,
      diploma: true,
      level: true,
      availableFrom: true,
      availableTo: true,
      skills: true,
      commune: { select: { slug: true, name: true } },
      person: { select: { firstName: true } },
      invitations: { where: { internshipId }, take: 1, select: { invitedAt: true } },
    },
  });
  const wanted = {
    ...offer,
    startsOn: dayOfColumn(offer.startsOn),
    endsOn: dayOfColumn(offer.endsOn),
    town: offer.commune?.slug ?? null,
  };
  const fitting = students.flatMap(({ commune, availableFrom, availableTo, invitations, person, ...student }) => {
    const candidate = {
      ...student,
      availableFrom: availableFrom && dayOfColumn(availableFrom),
      availableTo: availableTo && dayOfColumn(availableTo),
    };
    const fit = fitOf({ ...candidate, town: commune?.slug ?? null }, wanted);
    const shown = { ...candidate, firstName: person.firstName, place: commune?.name ?? null };
    return fit ? [{ ...shown, ...fit, invitedAt: invitations[0]?.invitedAt ?? null }] : [];
  });
  const best = fitting.sort((a, b) => b.score - a.score).slice(0, SHOWN);
  return { offer: { id: offer.id, title: offer.title, isClosed: offer.closedAt !== null }, students: best };
}
