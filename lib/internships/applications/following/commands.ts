import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { takeBackInterview } from "../interviews/commands.ts";
import { freedMails, MAILED, nudgeMails, withdrawnMails } from "../mails.ts";
import { listHousePeople } from "../queries.ts";
import { nudgeFrom, OPEN_STATES } from "../rules.ts";
import type { ApplicationInput } from "../schema.ts";

/**
 * Takes an application back, a place accepted included: its words, its CV and the company's notes go at
 * once. The company is told when it had answered, and that its offer, closed because it was full, has a place
 * again: reopening it is the company's choice. Harmless twice.
 *
 * @throws Refusal `forbidden`
 */
export async function withdrawApplication(
  actor: PersonActor,
  { applicationId: id }: ApplicationInput,
  now: Date,
): Promise<void> {
  const { internship, state } = await mustBeOwn(actor, id, now);
  if (state === "accepted" && dayOfColumn(internship.endsOn) < dayOf(now)) {
    throw new Refusal("internship_over", "Ce stage est terminé\u202f: on n’y renonce plus.");
  }
  await db().$transaction(async (tx) => {
    // Whoever takes the last place at this moment is waited for: it is then known whether the offer closed.
    await tx.$queryRaw`SELECT 1 FROM internship WHERE id = ${internship.id}::uuid FOR NO KEY UPDATE`;
    const former = await tx.internshipApplication.findUniqueOrThrow({
      where: { id },
      select: { state: true, internship: { select: { closedBecause: true, applyBefore: true } } },
    });
    const { count } = await tx.internshipApplication.updateMany({
      where: { id, state: { in: [...OPEN_STATES, "accepted"] } },
      data: { state: "withdrawn", endedAt: now, message: "", cvId: null, sharedWithId: null },
    });
    if (count === 0) return;
    const application = await tx.internshipApplication.findUniqueOrThrow({ where: { id }, select: MAILED });
    const people = await listHousePeople(tx, application.structure.id, now);
    await queueMail(tx, ...(await takeBackInterview(tx, application, people, now)));
    await tx.applicationNote.deleteMany({ where: { applicationId: id } });
    await tx.internshipAgreement.deleteMany({ where: { applicationId: id } });
    if (former.state !== "received" && former.state !== "read") {
      const isFilled = former.state === "accepted" && former.internship.closedBecause === "filled";
      const mails = isFilled
        ? freedMails(application, people, { isInTime: dayOfColumn(former.internship.applyBefore) >= dayOf(now) })
        : withdrawnMails(application, people);
      await queueMail(tx, ...mails);
    }
    await recordAct(tx, actor, {
      action: "withdraw-internship-application",
      subject: { kind: "InternshipApplication", id },
    });
  });
}

/**
 * Reminds a company that said nothing for ten days: once.
 *
 * @throws Refusal `forbidden`, `too_early`, `nudged`
 */
export async function nudgeCompany(
  actor: PersonActor,
  { applicationId: id }: ApplicationInput,
  now: Date,
): Promise<void> {
  const application = await mustBeOwn(actor, id, now);
  const from = nudgeFrom(application, now);
  if (!from) throw new Refusal("nudged", "L’entreprise a répondu, ou vous l’avez déjà relancée.");
  if (from > dayOf(now)) throw new Refusal("too_early", `Vous pourrez relancer à partir du ${formatDay(from)}.`);
  await db().$transaction(async (tx) => {
    const { count } = await tx.internshipApplication.updateMany({
      where: { id, nudgedAt: null },
      data: { nudgedAt: now },
    });
    if (count === 0) return;
    const people = await listHousePeople(tx, application.structure.id, now);
    await queueMail(tx, ...nudgeMails(application, people, dayOf(now)));
  });
}

/**
 * Lets the student's school read the message and the CV of one application, or no longer.
 *
 * @throws Refusal `forbidden`, `no_school`
 */
export async function shareWithSchool(
  actor: PersonActor,
  { applicationId: id, isShared }: { applicationId: string; isShared: boolean },
  now: Date,
): Promise<void> {
  const { internship } = await mustBeOwn(actor, id, now);
  const { schoolId } = actor;
  if (isShared && !schoolId) throw new Refusal("no_school", "Aucune école ne vous suit ici.");
  await db().$transaction(async (tx) => {
    const { count } = await tx.internshipApplication.updateMany({
      where: { id },
      data: { sharedWithId: isShared ? schoolId : null },
    });
    if (count === 0 || !isShared || !schoolId) return;
    const teachers = await listHousePeople(tx, schoolId, now);
    await notify(
      tx,
      teachers.map(({ id: personId }) => ({
        personId,
        kind: "application-shared",
        fact: `application ${id} shared`,
        title: `${actor.name} vous montre sa candidature à «\u202f${internship.title}\u202f».`,
        path: paths.schoolApplication(id),
      })),
      now,
    );
  });
}

/**
 * Frees what an account that is being erased still holds: places of internships that have not begun, and interviews to
 * come. Companies are told, in words and in calendars that name nobody any more.
 */
export async function releasePlaces(tx: Tx, studentId: string, now: Date): Promise<void> {
  const toCome = { internship: { startsOn: { gt: columnOfDay(dayOf(now)) } } };
  const held = await tx.internshipApplication.findMany({
    where: { studentId, OR: [{ state: { in: [...OPEN_STATES] } }, { state: "accepted", ...toCome }] },
    orderBy: { id: "asc" },
    take: MOST_HELD,
    select: { ...MAILED, state: true, internship: { select: { ...MAILED.internship.select, ...CLOSING } } },
  });
  for (const { state, student: _student, ...named } of held) {
    const application = { ...named, student: null };
    const people = await listHousePeople(tx, application.structure.id, now);
    await queueMail(tx, ...(await takeBackInterview(tx, application, people, now)));
    if (state === "received" || state === "read") continue;
    const isFilled = state === "accepted" && application.internship.closedBecause === "filled";
    const isInTime = dayOfColumn(application.internship.applyBefore) >= dayOf(now);
    await queueMail(
      tx,
      ...(isFilled ? freedMails(application, people, { isInTime }) : withdrawnMails(application, people)),
    );
  }
  await tx.internshipApplication.updateMany({
    where: { studentId, id: { in: held.map(({ id }) => id) }, state: { in: [...OPEN_STATES, "accepted"] } },
    data: { state: "withdrawn", endedAt: now },
  });
}

/** More than one student ever had under way at once. */
const MOST_HELD = 200;

const CLOSING = { closedBecause: true, applyBefore: true } as const;

async function mustBeOwn(actor: PersonActor, id: string, now: Date) {
  const application = await db().internshipApplication.findFirst({
    where: {
      AND: [{ id, state: { not: "draft" } }, permitted(actor, "update", "InternshipApplication", now)],
    },
    select: {
      ...MAILED,
      internship: { select: { ...MAILED.internship.select, endsOn: true } },
      state: true,
      sentAt: true,
      nudgedAt: true,
      slots: { take: 20, select: { endsAt: true } },
    },
  });
  if (!application) throw new Refusal("forbidden", "Cette candidature n’est pas la vôtre.");
  return application;
}
