import "server-only";
import { changeMeeting, createMeeting } from "#lib/meetings/schedule/calling/commands";
import { lockMeeting } from "#lib/meetings/schedule/queries";
import { changeOf, spanOf } from "#lib/meetings/schedule/rules";
import { recordAct } from "#lib/platform/audit";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { findFirstCall } from "../queries.ts";
import { checkNotice, termsOf } from "../rules.ts";
import type { ConveneInput, MoveAssemblyInput } from "./schema.ts";

/**
 * Convenes the board or a general assembly: its voters are listed, and called by mail and in their calendars.
 * Gives the slug of its event.
 *
 * @throws Refusal `forbidden`, `notice_too_short`, `first_call_unknown`, what `spanOf` or `requestRoom` refuses;
 * the constraint `assembly_one_second_call`
 */
export async function conveneAssembly(actor: Actor, input: ConveneInput, now: Date): Promise<string> {
  authorize(actor, "preside", "Assembly", now);
  const { kind, after, title, description, format, videoUrl, resolutions } = input;
  const span = spanOf(input, now);
  const first = after ? await findFirstCall(actor, after, now) : null;
  if (after && first?.kind !== kind) {
    throw new Refusal("first_call_unknown", "La première convocation a déjà eu sa suite, ou n’en appelle pas.");
  }
  return db().$transaction(async (tx) => {
    const { noticeDays } = termsOf(await tx.assemblyRules.findUniqueOrThrow({ where: { kind } }), first !== null);
    const isAccepted = input.acceptsShortNotice;
    checkNotice(kind, { day: dayOf(span.startsAt), today: dayOf(now), noticeDays, isAccepted });
    const { eventId, slug } = await createMeeting(
      tx,
      {
        body: { assembly: { kind, resolutions, ...(first ? { firstCallId: first.meetingId } : {}) } },
        title,
        description,
        ...span,
        format,
        videoUrl: format === "in_person" ? null : (videoUrl ?? null),
        roomId: format === "remote" ? null : (input.roomId ?? null),
        place: input.place ?? null,
        requestedById: personIdOf(actor),
      },
      now,
    );
    const subject = { kind: "Event", id: eventId };
    await recordAct(tx, actor, { action: "convene-assembly", subject, detail: { kind } });
    return slug;
  });
}

/**
 * Another date, place, or other words. A new date is a new convocation: the same notice, the voters of that day, their answers
 * asked for again. Gives the slug of the event.
 *
 * @throws Refusal `forbidden`, `meeting_over`, `notice_too_short`, what `spanOf` or `requestRoom` refuses
 */
export async function moveAssembly(actor: Actor, input: MoveAssemblyInput, now: Date): Promise<string> {
  authorize(actor, "preside", "Assembly", now);
  const span = spanOf(input, now);
  return db().$transaction(async (tx) => {
    const event = await lockMeeting(tx, actor, input.eventId, now);
    const assembly = await tx.assembly.findFirst({
      where: { meeting: { eventId: event.id } },
      select: { kind: true, firstCallId: true },
    });
    if (!assembly) throw new Refusal("not_found", "Cette séance n’existe pas.");
    const { kind, firstCallId } = assembly;
    const hasMoved = span.startsAt.getTime() !== event.startsAt.getTime();
    const statutes = await tx.assemblyRules.findUniqueOrThrow({ where: { kind } });
    const { noticeDays } = termsOf(statutes, firstCallId !== null);
    const isAccepted = input.acceptsShortNotice;
    if (hasMoved) checkNotice(kind, { day: dayOf(span.startsAt), today: dayOf(now), noticeDays, isAccepted });
    const slug = await changeMeeting(tx, event, { ...changeOf(input), ...span, requestedById: personIdOf(actor) }, now);
    await recordAct(tx, actor, { action: "move-meeting", subject: { kind: "Event", id: event.id } });
    return slug;
  });
}
