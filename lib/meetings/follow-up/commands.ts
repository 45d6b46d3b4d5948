import "server-only";
import { type OutgoingMail, queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { addDays, columnOfDay, dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { lastReminderDay } from "./rules.ts";
import type { ActionIntention } from "./schema.ts";

/** Says that an action is done, or is not after all. Harmless twice; gives the slug of its commission. @throws Refusal `forbidden` */
export async function settleAction(
  actor: Actor,
  { actionId, isDone }: ActionIntention,
  now: Date,
): Promise<string | null> {
  return db().$transaction(async (tx) => {
    const action = await tx.actionItem.findFirst({
      where: { AND: [{ id: actionId }, permitted(actor, "update", "ActionItem", now)] },
      select: { commission: { select: { slug: true } } },
    });
    if (!action || actor.kind !== "person") {
      throw new Refusal("forbidden", "Cette action n’est pas, ou n’est plus, la vôtre.");
    }
    const { count } = await tx.actionItem.updateMany({
      where: { id: actionId, doneAt: isDone ? null : { not: null } },
      data: isDone ? { doneAt: now, doneById: actor.personId } : { doneAt: null, doneById: null },
    });
    if (count > 0) {
      await recordAct(tx, actor, {
        action: isDone ? "finish-action" : "reopen-action",
        subject: { kind: "ActionItem", id: actionId },
      });
    }
    return action.commission?.slug ?? null;
  });
}

/** More than any day has. */
const BATCH = 500;

/**
 * Reminds each owner of what is due in a week, today, then every two weeks until it is done; gives how
 * many. Each reminder is a row written with its message: a run that is cut, or two at once, send none
 * twice. Whoever took it on after the day of a reminder needs none.
 */
export async function sendActionReminders(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "ActionItem", now);
  const today = dayOf(now);
  return db().$transaction(
    async (tx) => {
      const open = await tx.actionItem.findMany({
        relationLoadStrategy: "join",
        where: {
          doneAt: null,
          dueOn: { lte: columnOfDay(addDays(today, 7)) },
          owner: { erasedAt: null, suspension: { is: null } },
        },
        orderBy: [{ dueOn: "asc" }, { id: "asc" }],
        take: BATCH,
        select: {
          id: true,
          text: true,
          dueOn: true,
          takenOnAt: true,
          owner: { select: { id: true, email: true, firstName: true, lastName: true } },
          meeting: { select: { event: { select: { title: true, startsAt: true } } } },
        },
      });
      const due = open.flatMap((action) => {
        const day = lastReminderDay(dayOfColumn(action.dueOn), today);
        return day && day > dayOf(action.takenOnAt) ? [{ ...action, day }] : [];
      });
      const noted = await tx.actionReminder.createManyAndReturn({
        data: due.map(({ id, day }) => ({ actionItemId: id, day: columnOfDay(day), sentAt: now })),
        skipDuplicates: true,
        select: { actionItemId: true },
      });
      const fresh = new Set(noted.map(({ actionItemId }) => actionItemId));
      const told = due.filter(({ id }) => fresh.has(id));
      await queueMail(tx, ...told.map((action) => reminderMail(action, dayOfColumn(action.dueOn) < today)));
      return told.length;
    },
    { timeout: 60_000 },
  );
}

interface Reminded {
  id: string;
  text: string;
  dueOn: Date;
  owner: { id: string; email: string; firstName: string; lastName: string };
  meeting: { event: { title: string; startsAt: Date } };
}

function reminderMail({ id, text, dueOn, owner, meeting: { event } }: Reminded, isLate: boolean): OutgoingMail {
  return {
    kind: "action-reminder",
    to: { address: owner.email, name: `${owner.firstName} ${owner.lastName}`, personId: owner.id },
    about: { kind: "ActionItem", id },
    message: {
      subject: `${isLate ? "En retard" : "À faire"}\u202f: ${text.length > 80 ? `${text.slice(0, 79)}…` : text}`,
      greeting: `Bonjour ${owner.firstName}`,
      blocks: [
        { text: "Vous vous êtes chargé de cette action\u202f:" },
        { quote: text },
        {
          facts: [
            { term: "À faire avant le", value: formatDay(dayOfColumn(dueOn)) },
            { term: "Décidé à", value: `${event.title}, ${formatDay(dayOf(event.startsAt))}` },
          ],
        },
        { action: { label: "Dire que c’est fait", path: `${paths.memberArea}#actions` } },
      ],
      why: "Vous recevez ce rappel parce qu’un compte rendu vous confie cette action. Il cesse dès qu’elle est faite.",
    },
  };
}
