import "server-only";
import { speakingOn } from "#lib/people/affiliations/rules";
import { type Day, dayOf, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { can, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { dueDay } from "./rules.ts";

export type TaskView = Awaited<ReturnType<typeof listTasks>>[number];

/** The tasks of a workspace by the day they are due, which follows the deadline. */
export async function listTasks(actor: Actor, consortiumId: string, now: Date) {
  if (!isUuid(consortiumId)) return [];
  const rows = await db().consortiumTask.findMany({
    relationLoadStrategy: "join",
    where: { consortium: { AND: [{ id: consortiumId }, readable(actor, "Consortium", now)] } },
    orderBy: { id: "asc" },
    take: 500,
    select: {
      id: true,
      title: true,
      daysBefore: true,
      dueOn: true,
      doneAt: true,
      version: true,
      ownerStructureId: true,
      ownerId: true,
      owner: { select: { firstName: true, lastName: true } },
      ownerSeat: { select: { structure: { select: { name: true } } } },
      consortium: { select: { openedAt: true, tender: { select: { respondBefore: true } } } },
    },
  });
  return rows
    .map(({ owner, ownerSeat, consortium, dueOn, ...task }) => ({
      ...task,
      isPlanned: task.daysBefore !== null,
      due: dayOfTask({ ...task, dueOn }, consortium),
      owner: owner ? `${owner.firstName} ${owner.lastName}` : null,
      structure: ownerSeat?.structure.name ?? null,
    }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** When a task is due, from its row and its consortium's. */
export function dayOfTask(
  { daysBefore, dueOn }: { daysBefore: number | null; dueOn: Date | null },
  { openedAt, tender }: { openedAt: Date; tender: { respondBefore: Date } },
): Day {
  return dueDay(
    { daysBefore, dueOn: dueOn && dayOfColumn(dueOn) },
    { deadline: dayOf(tender.respondBefore), openedOn: dayOf(openedAt) },
  );
}

/** To whom a task can be given: each member, and each of its people. */
export async function listTaskOwners(actor: Actor, consortiumId: string, now: Date) {
  if (!can(actor, "update", "Consortium", now)) return [];
  const seats = await db().consortiumSeat.findMany({
    relationLoadStrategy: "join",
    where: {
      joinedAt: { not: null },
      leftAt: null,
      consortium: { AND: [{ id: consortiumId }, readable(actor, "Consortium", now)] },
    },
    orderBy: { joinedAt: "asc" },
    take: 100,
    select: {
      structure: {
        select: {
          id: true,
          name: true,
          affiliations: {
            where: speakingOn(dayOf(now)),
            orderBy: { startsOn: "asc" },
            take: 50,
            select: { person: { select: { id: true, firstName: true, lastName: true } } },
          },
        },
      },
    },
  });
  return seats.flatMap(({ structure: { id, name, affiliations } }) => [
    { value: id, label: name },
    ...affiliations.map(({ person }) => ({
      value: `${id} ${person.id}`,
      label: `${name} – ${person.firstName} ${person.lastName}`,
    })),
  ]);
}
