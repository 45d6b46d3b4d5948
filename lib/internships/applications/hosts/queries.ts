import "server-only";
import { columnOfDay, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { authorize, readable } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { internsAllowed, peakOf } from "../../law.ts";
import { stateOf } from "../../rules.ts";
import { ANSWERS_SHOWN_FROM } from "../rules.ts";

const MOST = 200;

/**
 * The companies that host, for a school: how they answer, how many places they still offer, and how many
 * interns the law still lets them have at once, for what is known of their staff (R124-10).
 */
export async function listHosts(actor: PersonActor, now: Date) {
  authorize(actor, "read", "School", now);
  const today = dayOf(now);
  const current = { publishedAt: { not: null }, endsOn: { gte: columnOfDay(today) } };
  const structures = await db().structure.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [
        readable(actor, "Structure", now),
        { status: "active", OR: [{ internships: { some: current } }, { answerRecord: { isNot: null } }] },
      ],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST,
    select: {
      slug: true,
      name: true,
      city: true,
      headcount: true,
      answerRecord: { select: { answers: true, silences: true, medianDays: true } },
      internships: {
        where: current,
        take: 100,
        select: {
          startsOn: true,
          endsOn: true,
          places: true,
          publishedAt: true,
          closedAt: true,
          closedBecause: true,
          applyBefore: true,
          shownFirstUntil: true,
          _count: { select: { applications: { where: { state: "accepted" } } } },
        },
      },
    },
  });
  return structures.map(({ internships, headcount, answerRecord, ...structure }) => {
    const open = internships.filter((offer) => ["open", "first"].includes(stateOf(offer, today)));
    const present = internships.map(({ startsOn, endsOn, _count }) => ({
      from: dayOfColumn(startsOn),
      to: dayOfColumn(endsOn),
      places: _count.applications,
    }));
    return {
      ...structure,
      placesOpen: open.reduce((sum, { places, _count }) => sum + Math.max(0, places - _count.applications), 0),
      taken: present.reduce((sum, { places }) => sum + places, 0),
      /** At least so many more at once. */
      legalLeft: Math.max(0, internsAllowed(headcount).forSure - peakOf(present.filter(({ places }) => places > 0))),
      isHeadcountKnown: headcount !== null,
      days: answerRecord && answerRecord.answers >= ANSWERS_SHOWN_FROM ? answerRecord.medianDays : null,
      silences: answerRecord?.silences ?? 0,
    };
  });
}
