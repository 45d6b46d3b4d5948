import "server-only";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";

/**
 * Who is behind a session, with the rights of today; null when the session is over, revoked or its
 * person suspended. One query per request: a right that ended is gone at the next click.
 */
export async function findActor(sessionId: string, now: Date): Promise<PersonActor | null> {
  const today = columnOfDay(dayOf(now));
  const inForce = { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  const session = await db().session.findFirst({
    relationLoadStrategy: "join",
    where: { id: sessionId, expiresAt: { gt: now }, person: { suspension: { is: null } } },
    select: {
      actingForId: true,
      person: {
        select: {
          id: true,
          email: true,
          firstName: true,
          lastName: true,
          administrator: { select: { personId: true } },
          student: { select: { personId: true } },
          affiliations: {
            where: inForce,
            orderBy: { startsOn: "asc" },
            select: {
              role: true,
              structure: { select: { id: true, slug: true, name: true, kind: true, status: true } },
            },
          },
          mandates: {
            where: inForce,
            select: { function: true, commission: { select: { id: true, slug: true, name: true } } },
          },
        },
      },
    },
  });
  if (!session) return null;
  const { person, actingForId } = session;
  const structures = person.affiliations.map(({ role, structure: { kind, status, ...structure } }) => ({
    ...structure,
    role,
    isSchool: kind === "school",
    isActive: status === "active",
  }));
  return {
    kind: "person",
    personId: person.id,
    sessionId,
    name: `${person.firstName} ${person.lastName}`,
    email: person.email,
    structures,
    actingFor: structures.find(({ id }) => id === actingForId) ?? structures[0] ?? null,
    commissionsLed: person.mandates.flatMap(({ function: held, commission }) =>
      commission && (held === "lead" || held === "deputy") ? [{ ...commission, function: held }] : [],
    ),
    boardFunctions: person.mandates.flatMap(({ function: held }) =>
      held === "lead" || held === "deputy" ? [] : [held],
    ),
    isAdministrator: person.administrator !== null,
    isStudent: person.student !== null,
  };
}
