import "server-only";
import { type OutgoingMail, queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { fromParis } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { MAILED, type MailedApplication, type MailedPerson } from "../mails.ts";
import { listHousePeople } from "../queries.ts";
import { ANSWERABLE_STATES } from "../rules.ts";
import { cancelledMails, chosenMails, declinedMails, proposedMail } from "./mails.ts";
import type { DeclineSlotsInput, ProposalInput } from "./schema.ts";

const SLOT = { id: true, startsAt: true, endsAt: true, place: true } as const;

/**
 * Proposes moments for an interview: those proposed before give way, a moment already chosen included,
 * and calendars are told. Gives the offer.
 *
 * @throws Refusal `forbidden`, `not_now`, `slot_past` on `slots`
 */
export async function proposeInterview(actor: PersonActor, input: ProposalInput, now: Date): Promise<string> {
  const { applicationId: id, minutes, place } = input;
  const slots = input.slots.map(({ day, time }) => {
    const startsAt = fromParis(day, time);
    return { applicationId: id, startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), place };
  });
  if (slots.some(({ startsAt }) => startsAt <= now)) {
    throw new Refusal("slot_past", "Un de ces créneaux est déjà passé.", "slots");
  }
  const mine = { AND: [{ id }, permitted(actor, "answer", "InternshipApplication", now)] };
  const application = await db().internshipApplication.findFirst({ where: mine, select: MAILED });
  if (!application) throw new Refusal("forbidden", "Cette candidature n’est pas adressée à votre structure.");
  await db().$transaction(async (tx) => {
    await holdApplication(tx, id);
    const { count } = await tx.internshipApplication.updateMany({
      where: { id, state: { in: [...ANSWERABLE_STATES] } },
      data: { state: "interview" },
    });
    if (count === 0) throw new Refusal("not_now", "Cette candidature n’attend plus d’entretien.");
    await tx.internshipApplication.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: now } });
    await tx.internshipApplication.updateMany({ where: { id, readAt: null }, data: { readAt: now } });
    await queueMail(tx, ...(await takeBackInterview(tx, application, await peopleOf(tx, application, now), now)));
    const made = await tx.interviewSlot.createManyAndReturn({ data: slots, select: SLOT });
    await queueMail(tx, ...proposedMail(application, made));
    await recordAct(tx, actor, { action: "propose-interview", subject: { kind: "InternshipApplication", id } });
  });
  return application.internship.id;
}

/**
 * The student's choice of a moment: an invitation leaves for the calendars of both. Of two at once one
 * counts; the same again is harmless.
 *
 * @throws Refusal `forbidden`, `slot_gone`, `slot_past`; `interview_one_choice`
 */
export async function chooseSlot(
  actor: PersonActor,
  { applicationId, slotId }: { applicationId: string; slotId: string },
  now: Date,
): Promise<void> {
  const own = { AND: [{ id: applicationId }, permitted(actor, "update", "InternshipApplication", now)] };
  await db().$transaction(async (tx) => {
    await holdApplication(tx, applicationId);
    const application = await tx.internshipApplication.findFirst({
      where: own,
      select: {
        ...MAILED,
        state: true,
        slots: { where: { id: slotId }, take: 1, select: { ...SLOT, chosenAt: true } },
      },
    });
    if (!application) throw new Refusal("forbidden", "Cette candidature n’est pas la vôtre.");
    const [slot] = application.slots;
    if (!slot || application.state !== "interview") {
      throw new Refusal("slot_gone", "Ce créneau n’est plus proposé. Rechargez la page pour voir les nouveaux.");
    }
    if (slot.chosenAt) return;
    if (slot.startsAt <= now) throw new Refusal("slot_past", "Ce créneau est passé. Choisissez-en un autre.");
    await tx.interviewSlot.update({ where: { id: slotId }, data: { chosenAt: now }, select: { id: true } });
    await queueMail(tx, ...chosenMails(application, slot, await peopleOf(tx, application, now), now));
    await recordAct(tx, actor, {
      action: "choose-interview",
      subject: { kind: "InternshipApplication", id: applicationId },
    });
  });
}

/**
 * Says that no moment proposed suits, and when others would: they go, the company is told, and owes an answer as
 * before. Harmless twice.
 *
 * @throws Refusal `forbidden`, `slot_gone`
 */
export async function declineSlots(
  actor: PersonActor,
  { applicationId, slotIds, words }: DeclineSlotsInput,
  now: Date,
): Promise<void> {
  const own = { AND: [{ id: applicationId }, permitted(actor, "update", "InternshipApplication", now)] };
  await db().$transaction(async (tx) => {
    await holdApplication(tx, applicationId);
    const application = await tx.internshipApplication.findFirst({
      where: own,
      select: { ...MAILED, state: true, slots: { take: 20, select: { id: true, chosenAt: true } } },
    });
    if (!application) throw new Refusal("forbidden", "Cette candidature n’est pas la vôtre.");
    if (application.state !== "interview" || application.slots.some(({ chosenAt }) => chosenAt)) {
      throw new Refusal("slot_gone", "Un créneau est déjà choisi. Rechargez la page.");
    }
    if (application.slots.some((slot) => !slotIds.includes(slot.id))) {
      throw new Refusal("slot_gone", "L’entreprise vient de proposer d’autres créneaux\u202f: rechargez la page.");
    }
    const { count } = await tx.interviewSlot.deleteMany({ where: { applicationId } });
    if (count === 0) return;
    await tx.internshipApplication.update({
      where: { id: applicationId },
      data: { slotsDeclinedAt: now },
      select: { id: true },
    });
    await queueMail(tx, ...declinedMails(application, words, await peopleOf(tx, application, now)));
    await recordAct(tx, actor, {
      action: "decline-interview",
      subject: { kind: "InternshipApplication", id: applicationId },
    });
  });
}

/** A moment is chosen and taken back one behind the other: what was chosen is then taken back in calendars too. */
async function holdApplication(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM internship_application WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
}

/** Takes every moment of an application away; gives the messages that tell of the one that was chosen and is to come. */
export async function takeBackInterview(
  tx: Tx,
  application: MailedApplication,
  people: MailedPerson[],
  now: Date,
): Promise<OutgoingMail[]> {
  const where = { applicationId: application.id };
  const chosen = await tx.interviewSlot.findFirst({
    where: { ...where, chosenAt: { not: null }, startsAt: { gt: now } },
    select: SLOT,
  });
  await tx.interviewSlot.deleteMany({ where });
  return chosen ? cancelledMails(application, chosen, people, now) : [];
}

async function peopleOf(tx: Tx, { structure }: MailedApplication, now: Date): Promise<MailedPerson[]> {
  return await listHousePeople(tx, structure.id, now);
}
