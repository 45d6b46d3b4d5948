import "server-only";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { dayOf, formatDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { readLines } from "../lines/rules.ts";
import { CORRECTION_DAYS, HELD_DAYS } from "../rules.ts";
import { readText } from "../text/rules.ts";

/** More than become due at once. */
const BATCH = 50;

/**
 * Publishes the minutes whose time for corrections is over, unless one still waits for its answer: they
 * are frozen, members are told, and the public part appears. Each in its own transaction: a run that is
 * cut, or two at once, publish none twice. Gives how many.
 */
export async function publishDueMinutes(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "publish", "Minutes", now);
  const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const due = await db().minutes.findMany({
    where: {
      publishedAt: null,
      approvedAt: { lte: before(CORRECTION_DAYS) },
      OR: [{ corrections: { none: { answeredAt: null } } }, { approvedAt: { lte: before(HELD_DAYS) } }],
    },
    orderBy: { approvedAt: "asc" },
    take: BATCH,
    select: { meetingId: true },
  });
  let published = 0;
  for (const { meetingId } of due) {
    if (await db().$transaction((tx) => publish(tx, actor, meetingId, now))) published += 1;
  }
  return published;
}

async function publish(tx: Tx, actor: Actor, meetingId: string, now: Date): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
  const { count } = await tx.minutes.updateMany({
    where: { meetingId, publishedAt: null, approvedAt: { not: null } },
    data: { publishedAt: now },
  });
  if (count === 0) return false;
  const { body, publicPart, visibility, meeting } = await tx.minutes.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { meetingId },
    select: {
      body: true,
      publicPart: true,
      visibility: true,
      meeting: {
        select: {
          invitations: { take: 2_000, select: { personId: true } },
          event: { select: { id: true, slug: true, title: true, startsAt: true, visibility: true } },
        },
      },
    },
  });
  const { event, invitations } = meeting;
  if (event.visibility === "public" && publicPart.trim() !== "") {
    await tx.minutesPublication.create({
      data: { meetingId, text: publicPart, publishedAt: now },
      select: { meetingId: true },
    });
  }
  if (visibility === "members") {
    const { lines } = readLines(readText(body), [], dayOf(event.startsAt));
    const open = lines.flatMap((line) => (line.verb === "decided" && line.isPublic ? [line.text] : []));
    await tx.decision.updateMany({ where: { meetingId, text: { in: open } }, data: { visibility: "public" } });
  }
  await notify(
    tx,
    invitations.map(({ personId }) => ({
      personId,
      kind: "minutes-published",
      fact: `minutes of ${meetingId}`,
      title: `Le compte rendu de «\u202f${event.title}\u202f» (${formatDay(dayOf(event.startsAt))}) est publié.`,
      path: paths.minutes(event.slug),
    })),
    now,
  );
  await recordAct(tx, actor, { action: "publish-minutes", subject: { kind: "Event", id: event.id } });
  return true;
}
