import "server-only";
import { columnOfDay, formatDay, formatTime } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { enter, peopleOf } from "../workspace.ts";
import { dayOfTask } from "./queries.ts";
import type { AddTaskInput, ChangeTaskInput, MarkTaskInput, RemoveTaskInput } from "./schema.ts";

/** Adds a task, on a day fixed by hand. @throws Refusal `forbidden`, `not_found` */
export async function addTask(actor: Actor, { id, title, dueOn, owner }: AddTaskInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { person } = await enter(tx, actor, "update", id, now);
    await tx.consortiumTask.create({
      data: {
        consortiumId: id,
        title,
        dueOn: columnOfDay(dueOn),
        ...(await ownerOf(tx, id, owner, now)),
        changedAt: now,
        changedById: person.personId,
      },
      select: { id: true },
    });
  });
}

/**
 * Changes a task as it was seen. Somebody else's change in between is shown, and nothing is lost of
 * either. A task keeps being counted back from the deadline as long as its day is not changed by hand.
 *
 * @throws Refusal `forbidden`, `not_found`, `task_changed`
 */
export async function changeTask(actor: Actor, input: ChangeTaskInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await enter(tx, actor, "update", input.id, now);
    const seen = await find(tx, input);
    const isMoved = (input.shownOn ?? dayOfTask(seen, seen.consortium)) !== input.dueOn;
    await change(tx, actor, input, now, {
      title: input.title,
      ...(isMoved ? { daysBefore: null, dueOn: columnOfDay(input.dueOn) } : {}),
      ...(await ownerOf(tx, input.id, input.owner, now)),
    });
  });
}

/** Marks a task as done, or to be done again. @throws Refusal `forbidden`, `not_found`, `task_changed` */
export async function markTask(actor: Actor, input: MarkTaskInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await enter(tx, actor, "update", input.id, now);
    await change(tx, actor, input, now, { doneAt: input.isDone ? now : null });
  });
}

/** Removes a task as it was seen. @throws Refusal `forbidden`, `not_found`, `task_changed` */
export async function removeTask(actor: Actor, input: RemoveTaskInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await enter(tx, actor, "update", input.id, now);
    const { count } = await tx.consortiumTask.deleteMany({
      where: { id: input.taskId, consortiumId: input.id, version: input.version },
    });
    if (count === 0) throw await conflict(tx, input);
  });
}

type Seen = { id: string; taskId: string; version: number };

interface Changed {
  title?: string;
  daysBefore?: null;
  dueOn?: Date;
  ownerStructureId?: string | null;
  ownerId?: string | null;
  doneAt?: Date | null;
}

async function change(tx: Tx, actor: Actor, seen: Seen, now: Date, data: Changed): Promise<void> {
  const { count } = await tx.consortiumTask.updateMany({
    where: { id: seen.taskId, consortiumId: seen.id, version: seen.version },
    data: {
      ...data,
      version: { increment: 1 },
      changedAt: now,
      changedById: personIdOf(actor),
    },
  });
  if (count === 0) throw await conflict(tx, seen);
}

/** What the task is now, and who made it so: the form stays as it was typed. */
async function conflict(tx: Tx, seen: Seen): Promise<Refusal> {
  const now = await find(tx, seen);
  const who = now.changedBy ? `${now.changedBy.firstName} ${now.changedBy.lastName}` : "Quelqu’un";
  const due = formatDay(dayOfTask(now, now.consortium));
  return new Refusal(
    "task_changed",
    `${who} a changé cette tâche à ${formatTime(now.changedAt)}\u202f: «\u202f${now.title}\u202f», pour le ${due}${
      now.doneAt ? ", faite" : ""
    }. Votre saisie est gardée\u202f: relisez, puis enregistrez de nouveau.`,
  );
}

async function find(tx: Tx, { id, taskId }: { id: string; taskId: string }) {
  const task = await tx.consortiumTask.findFirst({
    where: { id: taskId, consortiumId: id },
    select: {
      title: true,
      daysBefore: true,
      dueOn: true,
      doneAt: true,
      changedAt: true,
      changedBy: { select: { firstName: true, lastName: true } },
      consortium: { select: { openedAt: true, tender: { select: { respondBefore: true } } } },
    },
  });
  if (!task) throw new Refusal("not_found", "Cette tâche vient d’être supprimée.");
  return task;
}

async function ownerOf(tx: Tx, consortiumId: string, owner: string, now: Date) {
  const [structureId, personId] = owner.split(" ");
  if (!structureId) return { ownerStructureId: null, ownerId: null };
  const seat = await tx.consortiumSeat.findFirst({
    where: { consortiumId, structureId, joinedAt: { not: null }, leftAt: null },
    select: { structureId: true },
  });
  const isThere =
    seat && (!personId || (await peopleOf(tx, [structureId], now)).some((person) => person.id === personId));
  if (!isThere) throw new Refusal("not_found", "Cette personne n’est plus du groupement.", "owner");
  return { ownerStructureId: structureId, ownerId: personId ?? null };
}
