import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { MAILED, passedOnMail, ratingMail } from "../mails.ts";
import { matchNeed } from "../match/queries.ts";
import { answerDue, DAYS_TO_RATE } from "../rules.ts";
import { propose, tellLead } from "./proposals.ts";

const DAY = 86_400_000;
/** Needs looked at by one run: the next run has the rest. */
const AT_ONCE = 50;

/**
 * Passes on the needs that a member left without answer in time: to the next best member, and when
 * there is none left, to the commission's lead. Run twice, or by two at once, it does so once.
 */
export async function passOnSilent(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "route", "Need", now);
  const late = await db().introduction.findMany({
    where: { state: "waiting", dueAt: { lt: now }, need: { closedAt: null } },
    orderBy: { dueAt: "asc" },
    distinct: ["needId"],
    take: AT_ONCE,
    select: { needId: true },
  });
  for (const { needId } of late) await passOn(needId, now);
  return late.length;
}

async function passOn(needId: string, now: Date): Promise<void> {
  const need = await db().need.findUniqueOrThrow({
    where: { id: needId },
    select: { ...MAILED, introductions: { select: { structureId: true } } },
  });
  const except = need.introductions.map(({ structureId }) => structureId);
  const { suggestions } = await matchNeed(need, now, { except, headcount: need.headcount });
  const next = suggestions.slice(0, 1).map(({ id }) => id);
  await db().$transaction(async (tx) => {
    const silent = await tx.introduction.updateManyAndReturn({
      where: { needId, state: "waiting", dueAt: { lt: now } },
      data: { state: "silent" },
      select: { structure: { select: { name: true } } },
    });
    // Another process was here first.
    if (silent.length === 0) return;
    const [name = null] = await propose(tx, need, next, { now, dueAt: answerDue(now) });
    if (!name) await tellLead(tx, need, now);
    await queueMail(
      tx,
      passedOnMail(
        need,
        silent.map(({ structure }) => structure.name),
        name,
      ),
    );
  });
}

/** Asks the buyers of needs won ten days ago how it went: once. */
export async function askSatisfaction(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "route", "Need", now);
  const due = {
    outcome: "won" as const,
    satisfactionAskedAt: null,
    closedAt: { lt: new Date(now.getTime() - DAYS_TO_RATE * DAY) },
  };
  const needs = await db().need.findMany({
    where: due,
    orderBy: { closedAt: "asc" },
    take: AT_ONCE,
    select: {
      ...MAILED,
      introductions: { where: { state: "won" }, select: { structure: { select: { name: true } } } },
    },
  });
  for (const { introductions, ...need } of needs) {
    await db().$transaction(async (tx) => {
      const { count } = await tx.need.updateMany({
        where: { id: need.id, satisfactionAskedAt: null },
        data: { satisfactionAskedAt: now },
      });
      const [won] = introductions;
      if (count > 0 && won) await queueMail(tx, ratingMail(need, won.structure.name));
    });
  }
  return needs.length;
}
