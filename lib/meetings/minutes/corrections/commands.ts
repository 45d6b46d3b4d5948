import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { correctionMail } from "../labels.ts";
import { CORRECTION_DAYS, correctionsUntil } from "../rules.ts";
import type { AnswerCorrectionInput, AskCorrectionInput } from "./schema.ts";

const MOST_CORRECTIONS = 20;

/**
 * Asks for a correction of approved minutes, as somebody who was there, within the five days; whoever
 * approved them is written to. Gives the slug of the meeting.
 *
 * @throws Refusal `forbidden`, `too_late`, `too_many_corrections`
 */
export async function askCorrection(actor: Actor, { meetingId, text }: AskCorrectionInput, now: Date): Promise<string> {
  authorize(actor, "correct", "Attendance", now);
  if (actor.kind !== "person") throw stranger();
  const { personId, name } = actor;
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
    const minutes = await tx.minutes.findFirst({
      relationLoadStrategy: "join",
      where: {
        meetingId,
        approvedAt: { not: null },
        meeting: { attendances: { some: permitted(actor, "correct", "Attendance", now) } },
      },
      select: {
        approvedAt: true,
        publishedAt: true,
        approvedBy: { select: { id: true, email: true, firstName: true, lastName: true } },
        meeting: { select: { event: { select: { id: true, slug: true, title: true, startsAt: true } } } },
        _count: { select: { corrections: { where: { personId } } } },
      },
    });
    if (!minutes?.approvedAt) throw stranger();
    if (minutes.publishedAt || correctionsUntil(minutes.approvedAt) <= now) {
      throw new Refusal(
        "too_late",
        `Les ${CORRECTION_DAYS} jours sont passés\u202f: ce compte rendu ne se corrige plus.`,
      );
    }
    if (minutes._count.corrections >= MOST_CORRECTIONS) {
      throw new Refusal("too_many_corrections", `${MOST_CORRECTIONS} corrections au plus par personne.`);
    }
    await tx.minutesCorrection.create({ data: { meetingId, personId, text, askedAt: now }, select: { id: true } });
    const { event } = minutes.meeting;
    if (minutes.approvedBy && minutes.approvedBy.id !== personId) {
      await queueMail(tx, correctionMail({ ...event, eventId: event.id }, minutes.approvedBy, name, text));
    }
    await recordAct(tx, actor, { action: "ask-correction", subject: { kind: "Event", id: event.id } });
    return event.slug;
  });
}

/**
 * Accepts a correction or declines it with a reason, once; the text is corrected in the editor. Gives
 * the slug of the meeting.
 *
 * @throws Refusal `forbidden`, `already_answered`
 */
export async function answerCorrection(
  actor: Actor,
  { correctionId, verdict, answer }: AnswerCorrectionInput,
  now: Date,
): Promise<string> {
  return db().$transaction(async (tx) => {
    const correction = await tx.minutesCorrection.findFirst({
      relationLoadStrategy: "join",
      where: {
        id: correctionId,
        minutes: { publishedAt: null, meeting: { event: permitted(actor, "schedule", "Event", now) } },
      },
      select: {
        personId: true,
        minutes: { select: { meeting: { select: { event: { select: { id: true, slug: true, title: true } } } } } },
      },
    });
    if (!correction) throw stranger();
    const isAccepted = verdict === "accept";
    const { count } = await tx.minutesCorrection.updateMany({
      where: { id: correctionId, answeredAt: null },
      data: { answeredAt: now, isAccepted, answer },
    });
    if (count === 0) throw new Refusal("already_answered", "Cette demande a déjà reçu sa réponse.");
    const { event } = correction.minutes.meeting;
    await notify(
      tx,
      [
        {
          personId: correction.personId,
          kind: "correction-answered",
          fact: `correction ${correctionId}`,
          title: `Votre correction du compte rendu de «\u202f${event.title}\u202f» est ${isAccepted ? "acceptée" : "refusée"}.`,
          path: paths.minutes(event.slug),
        },
      ],
      now,
    );
    await recordAct(tx, actor, { action: "answer-correction", subject: { kind: "Event", id: event.id } });
    return event.slug;
  });
}

function stranger(): Refusal {
  return new Refusal("forbidden", "Seules les personnes présentes à la réunion demandent une correction.");
}
