import "server-only";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import type { PersonActor } from "#lib/policy/actor";
import { isSecured } from "./second-factor/rules.ts";

/**
 * Who is behind a session, with the rights of today; null when the session is over, revoked, waits for
 * the second factor, or its person is suspended. One query per request: a right that ended is gone at the
 * next click. Those of the board and the administration wait until their holder has a second factor,
 * people of the demonstration excepted.
 */
export async function findActor(sessionId: string, now: Date): Promise<PersonActor | null> {
  const today = columnOfDay(dayOf(now));
  const session = await findSession(sessionId, now);
  if (!session) return null;
  if (session.lastUsedOn < today) await noteUse(sessionId, today);
  return actorOf(sessionId, session);
}

/** All that the rights of whoever is behind a session follow from. */
async function findSession(sessionId: string, now: Date) {
  const inForce = inForceOn(dayOf(now));
  return await db().session.findFirst({
    relationLoadStrategy: "join",
    where: {
      id: sessionId,
      expiresAt: { gt: now },
      person: { suspension: { is: null } },
      OR: [
        { factorAt: { not: null } },
        { person: { secondFactor: { is: null } } },
        { person: { secondFactor: { is: { confirmedAt: null } } } },
      ],
    },
    select: {
      actingForId: true,
      lastUsedOn: true,
      person: {
        select: {
          id: true,
          email: true,
          firstName: true,
          lastName: true,
          isFictional: true,
          secondFactor: { select: { confirmedAt: true } },
          administrator: { select: { personId: true } },
          student: { select: { schoolId: true } },
          affiliations: {
            where: inForce,
            orderBy: { startsOn: "asc" },
            select: {
              role: true,
              structure: {
                select: {
                  id: true,
                  slug: true,
                  name: true,
                  kind: true,
                  status: true,
                  tenderHands: { select: { tenderId: true } },
                  consortiumSeats: {
                    where: { joinedAt: { not: null }, leftAt: null },
                    select: { consortiumId: true, consortium: { select: { leadStructureId: true } } },
                    take: 500,
                  },
                },
              },
            },
          },
          // A guest reads as long as whoever let them in does.
          consortiaVisited: {
            where: {
              revokedAt: null,
              seat: { joinedAt: { not: null }, leftAt: null, structure: { status: "active" } },
            },
            select: { consortiumId: true },
            take: 500,
          },
          mandates: {
            where: inForce,
            select: { function: true, commission: { select: { id: true, slug: true, name: true } } },
          },
        },
      },
    },
  });
}

type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>;

function actorOf(sessionId: string, { person, actingForId }: Session): PersonActor {
  const structures = person.affiliations.map(({ role, structure: { id, slug, name, kind, status } }) => ({
    id,
    slug,
    name,
    role,
    isSchool: kind === "school",
    isActive: status === "active",
  }));
  const active = person.affiliations.filter(({ structure }) => structure.status === "active");
  const boardFunctions = person.mandates.flatMap(({ function: held }) =>
    held === "lead" || held === "deputy" ? [] : [held],
  );
  const isAdministrator = person.administrator !== null;
  const hasRights = isSecured(person);
  return {
    kind: "person",
    personId: person.id,
    sessionId,
    name: `${person.firstName} ${person.lastName}`,
    email: person.email,
    structures,
    actingFor: structures.find(({ id }) => id === actingForId) ?? structures[0] ?? null,
    consortia: person.affiliations.flatMap(({ structure: { id, status, consortiumSeats } }) =>
      status !== "active"
        ? []
        : consortiumSeats.map(({ consortiumId, consortium }) => ({
            id: consortiumId,
            structureId: id,
            isLead: consortium.leadStructureId === id,
          })),
    ),
    consortiaVisited: person.consortiaVisited.map(({ consortiumId }) => consortiumId),
    commissionsLed: person.mandates.flatMap(({ function: held, commission }) =>
      commission && (held === "lead" || held === "deputy") ? [{ ...commission, function: held }] : [],
    ),
    boardFunctions: hasRights ? boardFunctions : [],
    isAdministrator: hasRights && isAdministrator,
    owesSecondFactor: !hasRights && (isAdministrator || boardFunctions.length > 0),
    isStudent: person.student !== null,
    schoolId: person.student?.schoolId ?? null,
    raisedHands: active.flatMap(({ structure }) => structure.tenderHands.map(({ tenderId }) => tenderId)),
  };
}

/** Once a day at most: more would be tracking, and a write per page. */
async function noteUse(sessionId: string, today: Date): Promise<void> {
  await db().session.updateMany({ where: { id: sessionId, lastUsedOn: { lt: today } }, data: { lastUsedOn: today } });
}
