import "server-only";
import { z } from "zod";
import { queueMail } from "#lib/mail/outbox";
import { columnOfDay, type Day, dayOf, formatDay, formatInstant } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { dayOfTask } from "../tasks/queries.ts";
import { reminderStage } from "../tasks/rules.ts";
import { noteFact, peopleOf, type Somebody, tellMembers, workspaceMail } from "../workspace.ts";

const MOST_A_DAY = 5_000;

/**
 * The daily job: tells whose tasks are due within two days, or late; once for each day a task is due,
 * however often it runs. Gives how many people were written to.
 */
export async function remindOfTasks(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "Consortium", now);
  const today = dayOf(now);
  return db().$transaction(async (tx) => {
    const tasks = await findDue(tx, today);
    const claimed = await tx.consortiumTaskReminder.createManyAndReturn({
      data: tasks.map(({ id, due, stage }) => ({ taskId: id, dueOn: columnOfDay(due), stage, sentAt: now })),
      skipDuplicates: true,
      select: { taskId: true },
    });
    const isNew = new Set(claimed.map(({ taskId }) => taskId));
    const told = tasks.filter(({ id }) => isNew.has(id));
    const people = await peopleOf(tx, [...new Set(told.map(({ structureId }) => structureId))], now);
    const byPerson = new Map<string, { person: Somebody; own: typeof told }>();
    for (const task of told) {
      for (const person of ownersOf(task, people)) {
        const { own } = byPerson.get(person.id) ?? { own: [] };
        byPerson.set(person.id, { person, own: [...own, task] });
      }
    }
    await queueMail(tx, ...[...byPerson.values()].map(({ person, own }) => reminderMail(person, own)));
    return byPerson.size;
  });
}

interface Due {
  id: string;
  title: string;
  due: Day;
  stage: "soon" | "late";
  structureId: string;
  ownerId: string | null;
  consortiumId: string;
}

async function findDue(tx: Tx, today: Day): Promise<Due[]> {
  const rows = await tx.consortiumTask.findMany({
    relationLoadStrategy: "join",
    where: { doneAt: null, consortium: { state: "building", tender: { withdrawnAt: null } } },
    orderBy: { id: "asc" },
    take: MOST_A_DAY,
    select: {
      id: true,
      title: true,
      daysBefore: true,
      dueOn: true,
      ownerStructureId: true,
      ownerId: true,
      consortium: {
        select: { id: true, openedAt: true, leadStructureId: true, tender: { select: { respondBefore: true } } },
      },
    },
  });
  return rows.flatMap(({ consortium, ownerStructureId, ...task }) => {
    const due = dayOfTask(task, consortium);
    const stage = reminderStage(due, today);
    const structureId = ownerStructureId ?? consortium.leadStructureId;
    return stage ? [{ ...task, due, stage, structureId, consortiumId: consortium.id }] : [];
  });
}

/** The person it was given to, while they are there; else those who answer for their structure. */
function ownersOf({ structureId, ownerId }: Due, people: Somebody[]): Somebody[] {
  const house = people.filter((person) => person.structureId === structureId);
  const owner = house.find(({ id }) => id === ownerId);
  if (owner) return [owner];
  return house.filter(({ role }) => role === "primary_contact");
}

function reminderMail(person: Somebody, tasks: Due[]) {
  const [first] = tasks;
  const line = ({ title, due, stage, consortiumId }: Due) =>
    `${title}, ${stage === "late" ? "attendue depuis le" : "pour le"} ${formatDay(due)}\u202f: ${absolute(paths.consortiumTasks(consortiumId))}`;
  return workspaceMail(person, `${count(tasks.length, "tâche")} dans votre espace de travail`, [
    { list: tasks.map(line) },
    { action: { label: "Voir les tâches", path: first ? paths.consortiumTasks(first.consortiumId) : paths.consortia } },
  ]);
}

const moved = z.object({
  id: z.uuid(),
  before: z.date(),
  after: z.date(),
  isSubmitted: z.boolean(),
});

/**
 * The hourly job: tells the members of consortia that their buyer gave up, or takes that back. Each is told once.
 * Gives how many consortia were told.
 */
export async function announceWithdrawals(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "Consortium", now);
  return db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw`
      WITH changed AS (
        SELECT c.id, t."withdrawnAt" AS told
          FROM consortium c JOIN tender t ON t.id = c."tenderId"
         WHERE c.state IN ('building', 'submitted') AND (c."withdrawalTold" IS NULL) <> (t."withdrawnAt" IS NULL)
         ORDER BY c.id FOR UPDATE OF c)
      UPDATE consortium c SET "withdrawalTold" = x.told FROM changed x WHERE c.id = x.id
      RETURNING c.id, c."withdrawalTold" IS NOT NULL AS "isWithdrawn"`;
    const consortia = z.array(z.object({ id: z.uuid(), isWithdrawn: z.boolean() })).parse(rows);
    for (const { id, isWithdrawn } of consortia) {
      const title = isWithdrawn
        ? "L’acheteur abandonne la consultation\u202f: il n’y a plus rien à déposer."
        : "La consultation n’est plus abandonnée\u202f: la réponse peut reprendre.";
      await noteFact(tx, id, title, now);
      await tellMembers(tx, { consortiumId: id, fact: `withdrawal ${now.toISOString()}`, title }, null, now);
      await writeToMembers(
        tx,
        id,
        { subject: "Une consultation a changé", text: title, path: paths.consortium(id) },
        now,
      );
    }
    return consortia.length;
  });
}

/**
 * The hourly job: tells the members of consortia whose deadline moved. Tasks counted back from it have
 * moved along already. Each move is told once. Gives how many consortia were told.
 */
export async function announceDeadlines(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "Consortium", now);
  return db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw`
      WITH moved AS (
        SELECT c.id, c."deadlineTold" AS before, t."respondBefore" AS after
          FROM consortium c JOIN tender t ON t.id = c."tenderId"
         WHERE c.state IN ('building', 'submitted') AND c."deadlineTold" <> t."respondBefore" ORDER BY c.id FOR UPDATE OF c)
      UPDATE consortium c SET "deadlineTold" = m.after FROM moved m WHERE c.id = m.id
      RETURNING c.id, m.before, m.after, c.state = 'submitted' AS "isSubmitted"`;
    const consortia = z.array(moved).parse(rows);
    for (const { id, before, after, isSubmitted } of consortia) {
      const then = isSubmitted ? "voyez si la réponse déposée reste valable" : "les tâches suivent";
      const title = `La date limite passe du ${formatInstant(before)} au ${formatInstant(after)}\u202f: ${then}.`;
      await noteFact(tx, id, title, now);
      const told = {
        consortiumId: id,
        fact: `deadline ${after.toISOString()}`,
        title,
        path: paths.consortiumTasks(id),
      };
      await tellMembers(tx, told, null, now);
      await writeToMembers(
        tx,
        id,
        { subject: "Une date limite a changé", text: title, path: paths.consortiumTasks(id) },
        now,
      );
    }
    return consortia.length;
  });
}

async function writeToMembers(
  tx: Tx,
  consortiumId: string,
  { subject, text, path }: { subject: string; text: string; path: string },
  now: Date,
): Promise<void> {
  const seats = await tx.consortiumSeat.findMany({
    where: { consortiumId, joinedAt: { not: null }, leftAt: null },
    take: 100,
    select: { structureId: true },
  });
  const people = await peopleOf(
    tx,
    seats.map(({ structureId }) => structureId),
    now,
  );
  const once = new Map(people.map((person) => [person.id, person]));
  await queueMail(
    tx,
    ...[...once.values()].map((person) =>
      workspaceMail(person, subject, [{ text }, { action: { label: "Ouvrir l’espace de travail", path } }]),
    ),
  );
}
