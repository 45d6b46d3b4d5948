import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { tryAgain } from "#lib/platform/throttle";
import { authorize, permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { keepProfile } from "#lib/students/commands";
import { applicantName, MAILED, type MailedApplication, receiptMail } from "./mails.ts";
import { listHousePeople } from "./queries.ts";
import { APPLICATIONS_A_DAY } from "./rules.ts";
import type { ApplicationInput, BeginInput, DraftInput } from "./schema.ts";

/**
 * Keeps the profile of whoever applies, which makes a student of them, and begins a draft for the offer;
 * gives its id. An application that was begun already is the one that goes on.
 *
 * @throws Refusal `offer_over`
 */
export async function beginApplication(
  actor: PersonActor,
  { offer, message, ...profile }: BeginInput,
  now: Date,
): Promise<string> {
  authorize(actor, "update", "Student", now);
  const studentId = actor.personId;
  return await db().$transaction(async (tx) => {
    const internship = await tx.internship.findFirst({
      where: { AND: [{ slug: offer }, openFor(actor, now)] },
      select: { id: true, structureId: true },
    });
    if (!internship) throw over();
    await keepProfile(tx, studentId, profile);
    // The structure is the offer's own: a trigger says so too.
    const row = {
      internshipId: internship.id,
      structureId: internship.structureId,
      studentId,
      message,
      createdAt: now,
    };
    await tx.internshipApplication.createMany({ data: [row], skipDuplicates: true });
    const { id } = await tx.internshipApplication.findUniqueOrThrow({
      where: { internshipId_studentId: { internshipId: internship.id, studentId } },
      select: { id: true },
    });
    return id;
  });
}

/** Keeps the words of a draft. What was sent is not changed any more. */
export async function keepDraft(actor: PersonActor, { applicationId, message }: DraftInput, now: Date): Promise<void> {
  await db().internshipApplication.updateMany({
    where: { AND: [{ id: applicationId, state: "draft" }, permitted(actor, "update", "InternshipApplication", now)] },
    data: { message },
  });
}

/** Throws a draft away. Harmless twice. */
export async function discardDraft(actor: PersonActor, { applicationId }: ApplicationInput, now: Date): Promise<void> {
  await db().internshipApplication.deleteMany({
    where: { AND: [{ id: applicationId, state: "draft" }, permitted(actor, "update", "InternshipApplication", now)] },
  });
}

/**
 * Sends a draft with the student's latest CV. Sent twice, or by two at once, it leaves once. Whatever is
 * refused, the draft is kept with its last words.
 *
 * @throws Refusal `forbidden`, `offer_over`, `cv_needed`, `too_many_applications`
 */
export async function sendApplication(actor: PersonActor, input: DraftInput, now: Date): Promise<void> {
  const { applicationId: id, message } = input;
  await keepDraft(actor, input, now);
  const draft = await db().internshipApplication.findFirst({
    where: { AND: [{ id }, permitted(actor, "update", "InternshipApplication", now)] },
    select: { state: true, internshipId: true },
  });
  if (!draft) throw new Refusal("forbidden", "Cette candidature n’est pas la vôtre.");
  if (draft.state !== "draft") return;
  if (!(await tryAgain(`apply:${actor.personId}`, APPLICATIONS_A_DAY, now))) {
    throw new Refusal(
      "too_many_applications",
      "Vingt candidatures en un jour\u202f: la suite demain. Votre brouillon est gardé.",
    );
  }
  await db().$transaction(async (tx) => {
    // Whoever takes the last place waits, or is waited for.
    await tx.$queryRaw`SELECT 1 FROM internship WHERE id = ${draft.internshipId}::uuid FOR SHARE`;
    const isOpen = await tx.internship.count({ where: { AND: [{ id: draft.internshipId }, openFor(actor, now)] } });
    if (isOpen === 0) throw over();
    const cv = await tx.cv.findFirst({
      where: { studentId: actor.personId },
      orderBy: { uploadedAt: "desc" },
      select: { id: true },
    });
    if (!cv) throw new Refusal("cv_needed", "Ajoutez votre CV avant d’envoyer. Votre message est gardé.");
    const { count } = await tx.internshipApplication.updateMany({
      where: { id, state: "draft" },
      data: { state: "received", sentAt: now, message, cvId: cv.id },
    });
    // Another click was first.
    if (count === 0) return;
    await announce(tx, await tx.internshipApplication.findUniqueOrThrow({ where: { id }, select: MAILED }), now);
    await recordAct(tx, actor, {
      action: "send-internship-application",
      subject: { kind: "InternshipApplication", id },
    });
  });
}

/** The student is told by mail what happens next, the company in its digest. */
async function announce(tx: Tx, application: MailedApplication, now: Date): Promise<void> {
  const { id, internship, structure } = application;
  await queueMail(tx, ...receiptMail(application));
  const people = await listHousePeople(tx, structure.id, now);
  await notify(
    tx,
    people.map((person) => ({
      personId: person.id,
      kind: "application-received",
      fact: `application ${id} received`,
      title: `${applicantName(application)} candidate à «\u202f${internship.title}\u202f».`,
      path: paths.receivedApplication(internship.id, id),
    })),
    now,
  );
}

/** The offers that may still be applied to, as this actor sees them. */
function openFor(actor: PersonActor, now: Date) {
  return {
    AND: [
      permitted(actor, "read", "Internship", now),
      { closedAt: null, publishedAt: { not: null, lte: now }, structure: { status: "active" as const } },
    ],
  };
}

function over(): Refusal {
  return new Refusal(
    "offer_over",
    "Cette offre n’est plus ouverte aux candidatures\u202f: sa date limite est passée, ou ses places sont prises. Ce que vous avez écrit est gardé.",
  );
}
