import "server-only";
import { type Day, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { deviceInWords } from "./rules.ts";

/** A browser somebody is signed in with. Neither place nor network address is kept of it. */
export interface SessionView {
  id: string;
  device: string;
  openedAt: Date;
  lastUsedOn: Day;
  isCurrent: boolean;
  /** The second factor was never given: it opens nothing. */
  isUnfinished: boolean;
}

const SHOWN = 50;

/** The sessions that stand, the one in use first, then the last opened. */
export async function listSessions(actor: PersonActor, now: Date): Promise<SessionView[]> {
  const rows = await db().session.findMany({
    relationLoadStrategy: "join",
    where: { AND: [readable(actor, "Session", now), { expiresAt: { gt: now } }] },
    select: {
      id: true,
      userAgent: true,
      createdAt: true,
      lastUsedOn: true,
      factorAt: true,
      person: { select: { secondFactor: { select: { confirmedAt: true } } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
  });
  return rows
    .map(({ id, userAgent, createdAt, lastUsedOn, factorAt, person }) => ({
      id,
      device: deviceInWords(userAgent),
      openedAt: createdAt,
      lastUsedOn: dayOfColumn(lastUsedOn),
      isCurrent: id === actor.sessionId,
      isUnfinished: factorAt === null && Boolean(person.secondFactor?.confirmedAt),
    }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}

/** When the session in use was last proved, and whether there is a password to prove it again with. */
export async function getProof(actor: PersonActor): Promise<{ provenAt: Date; hasPassword: boolean }> {
  const { provenAt, person } = await db().session.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: actor.sessionId, personId: actor.personId },
    select: { provenAt: true, person: { select: { passwordHash: true } } },
  });
  return { provenAt, hasPassword: person.passwordHash !== null };
}
