import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { takeBackInterview } from "../interviews/commands.ts";
import { MAILED, offeredMail, refusedMail } from "../mails.ts";
import { listHousePeople } from "../queries.ts";
import { ANSWERABLE_STATES, OPEN_STATES, refusalFor } from "../rules.ts";
import type { ApplicationInput } from "../schema.ts";
import type { RefusalInput } from "./schema.ts";

/** Notes that the company has opened an application: its student sees the day. Twice is once. */
export async function markRead(actor: PersonActor, id: string, now: Date): Promise<void> {
  await db().internshipApplication.updateMany({
    where: { AND: [{ id, state: "received" }, permitted(actor, "answer", "InternshipApplication", now)] },
    data: { state: "read", readAt: now },
  });
}

/**
 * Offers a place: the student is told, and it is theirs once they accept. Gives the offer.
 *
 * @throws Refusal `forbidden`, `not_now`, `offer_filled`
 */
export async function offerPlace(
  actor: PersonActor,
  { applicationId: id }: ApplicationInput,
  now: Date,
): Promise<string> {
  const { internship } = await mustBeReceived(actor, id, now);
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM internship WHERE id = ${internship.id}::uuid FOR NO KEY UPDATE`;
    const taken = await tx.internshipApplication.count({ where: { internshipId: internship.id, state: "accepted" } });
    if (taken >= internship.places) {
      throw new Refusal("offer_filled", "Toutes les places de cette offre sont prises\u202f: ajoutez-en une d’abord.");
    }
    const { count } = await tx.internshipApplication.updateMany({
      where: { id, state: { in: [...ANSWERABLE_STATES] } },
      data: { state: "offered" },
    });
    if (count === 0) throw new Refusal("not_now", "Cette candidature n’attend plus de réponse.");
    await tx.internshipApplication.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: now } });
    await tx.internshipApplication.updateMany({ where: { id, readAt: null }, data: { readAt: now } });
    await queueMail(
      tx,
      ...offeredMail(await tx.internshipApplication.findUniqueOrThrow({ where: { id }, select: MAILED })),
    );
    await recordAct(tx, actor, { action: "offer-place", subject: { kind: "InternshipApplication", id } });
  });
  return internship.id;
}

/**
 * Says no to one student or to many, each by their name, and keeps the words for the next time: a place that was
 * offered and not taken is taken back so. Those who were answered meanwhile are passed over; gives how many were told.
 */
export async function refuseApplications(actor: PersonActor, input: RefusalInput, now: Date): Promise<number> {
  const { internshipId, applicationIds, text } = input;
  return await db().$transaction(async (tx) => {
    const mine = permitted(actor, "answer", "InternshipApplication", now);
    const waiting = {
      AND: [{ internshipId, id: { in: applicationIds }, state: { in: [...OPEN_STATES] } }, mine],
    };
    // Held, so that of two who refuse at once each student hears once.
    await tx.$queryRaw`SELECT 1 FROM internship WHERE id = ${internshipId}::uuid FOR NO KEY UPDATE`;
    const silent = { AND: [waiting, { answeredAt: null }] };
    await tx.internshipApplication.updateMany({ where: silent, data: { answeredAt: now } });
    const offered = await tx.internshipApplication.findMany({
      where: { AND: [waiting, { state: "offered" }] },
      take: applicationIds.length,
      select: { id: true },
    });
    const refused = await tx.internshipApplication.updateManyAndReturn({
      where: waiting,
      data: { state: "refused", refusedBecause: "company", endedAt: now },
      select: MAILED,
    });
    for (const application of refused) {
      const { structure, internship, student } = application;
      const names = { title: internship.title, structure: structure.name, firstName: student?.person.firstName ?? "" };
      const takesBack = offered.some(({ id }) => id === application.id);
      await queueMail(tx, ...refusedMail(application, { words: refusalFor(text, names), takesBack }));
      const people = await listHousePeople(tx, structure.id, now);
      await queueMail(tx, ...(await takeBackInterview(tx, application, people, now)));
      await recordAct(tx, actor, {
        action: "refuse-internship-application",
        subject: { kind: "InternshipApplication", id: application.id },
      });
    }
    return refused.length;
  });
}

/** Keeps the words of a refusal for the structure of the offer: to see them first, and for the next time. */
export async function keepRefusalTemplate(
  actor: PersonActor,
  { internshipId, text }: Pick<RefusalInput, "internshipId" | "text">,
  now: Date,
): Promise<void> {
  const offer = await db().internship.findFirst({
    where: { AND: [{ id: internshipId }, permitted(actor, "publish", "Internship", now)] },
    select: { structureId: true },
  });
  if (!offer) throw notYours();
  const { structureId } = offer;
  await db().refusalTemplate.upsert({ where: { structureId }, create: { structureId, text }, update: { text } });
}

/**
 * Adds a note for the people of the structure; the student never reads it here. Gives the offer.
 *
 * @throws Refusal `forbidden`
 */
export async function addNote(
  actor: PersonActor,
  { applicationId, text }: { applicationId: string; text: string },
  now: Date,
): Promise<string> {
  const { internship } = await mustBeReceived(actor, applicationId, now);
  await db().applicationNote.create({
    data: { applicationId, authorId: actor.personId, text, writtenAt: now },
    select: { id: true },
  });
  return internship.id;
}

async function mustBeReceived(actor: PersonActor, id: string, now: Date) {
  const application = await db().internshipApplication.findFirst({
    where: { AND: [{ id }, permitted(actor, "answer", "InternshipApplication", now)] },
    select: { internship: { select: { id: true, places: true } } },
  });
  if (!application) throw notYours();
  return application;
}

function notYours(): Refusal {
  return new Refusal("forbidden", "Cette candidature n’est pas adressée à votre structure.");
}
