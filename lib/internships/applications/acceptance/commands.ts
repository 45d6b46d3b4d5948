import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { notify } from "#lib/notices/commands";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { takeBackInterview } from "../interviews/commands.ts";
import { acceptedMail, applicantName, filledMail, MAILED, type MailedApplication, placeTakenMails } from "../mails.ts";
import { listHousePeople } from "../queries.ts";
import { OPEN_STATES } from "../rules.ts";
import type { ApplicationInput } from "../schema.ts";

/**
 * Takes the place that was offered. Whoever takes the last one closes the offer, and those who still
 * waited are told. Of any number at once, as many as there are places succeed.
 *
 * @throws Refusal `forbidden`, `place_gone`, `already_placed`
 */
export async function acceptPlace(
  actor: PersonActor,
  { applicationId: id }: ApplicationInput,
  now: Date,
): Promise<void> {
  const own = { AND: [{ id }, permitted(actor, "update", "InternshipApplication", now)] };
  const found = await db().internshipApplication.findFirst({ where: own, select: { internshipId: true } });
  if (!found) throw new Refusal("forbidden", "Cette candidature n’est pas la vôtre.");
  await db().$transaction(async (tx) => {
    // One behind the other: offer first, student second, for everybody.
    await tx.$queryRaw`SELECT 1 FROM internship WHERE id = ${found.internshipId}::uuid FOR NO KEY UPDATE`;
    await tx.$queryRaw`SELECT 1 FROM student WHERE "personId" = ${actor.personId}::uuid FOR NO KEY UPDATE`;
    const { state, internship } = await tx.internshipApplication.findUniqueOrThrow({
      where: { id },
      select: { state: true, internship: { select: { places: true, startsOn: true, endsOn: true } } },
    });
    if (state === "accepted") return;
    if (state !== "offered") {
      throw new Refusal(
        "place_gone",
        "Cette place n’est plus à prendre\u202f: toutes viennent d’être acceptées par d’autres.",
      );
    }
    await mustBeFree(tx, actor.personId, internship);
    await tx.internshipApplication.update({
      where: { id },
      data: { state: "accepted", endedAt: now },
      select: { id: true },
    });
    const taken = await tx.internshipApplication.count({
      where: { internshipId: found.internshipId, state: "accepted" },
    });
    const application = await tx.internshipApplication.findUniqueOrThrow({ where: { id }, select: MAILED });
    await tell(tx, application, internship.places - taken, now);
    if (taken >= internship.places) await closeFilled(tx, found.internshipId, now);
    await recordAct(tx, actor, { action: "accept-place", subject: { kind: "InternshipApplication", id } });
  });
}

/** Nobody is in two places: one internship at a time. */
async function mustBeFree(tx: Tx, studentId: string, { startsOn, endsOn }: { startsOn: Date; endsOn: Date }) {
  const other = await tx.internshipApplication.findFirst({
    where: { studentId, state: "accepted", internship: { startsOn: { lte: endsOn }, endsOn: { gte: startsOn } } },
    select: { structure: { select: { name: true } } },
  });
  if (!other) return;
  throw new Refusal(
    "already_placed",
    `Vous avez déjà accepté un stage chez ${other.structure.name} sur cette période. Renoncez-y d’abord, ou déclinez cette place.`,
  );
}

async function tell(tx: Tx, application: MailedApplication, left: number, now: Date): Promise<void> {
  const people = await listHousePeople(tx, application.structure.id, now);
  await queueMail(tx, ...acceptedMail(application), ...placeTakenMails(application, people, left));
  const schoolId = application.student?.schoolId;
  if (!schoolId) return;
  const teachers = await listHousePeople(tx, schoolId, now);
  await notify(
    tx,
    teachers.map((teacher) => ({
      personId: teacher.id,
      kind: "student-placed",
      fact: `application ${application.id} accepted`,
      title: `${applicantName(application)} a trouvé son stage chez ${application.structure.name}.`,
      path: paths.agreement(application.id),
    })),
    now,
  );
}

/** No place is left: the offer closes, and those who still waited are told kindly. */
export async function closeFilled(tx: Tx, internshipId: string, now: Date): Promise<void> {
  await tx.internship.updateMany({
    where: { id: internshipId, closedAt: null },
    data: { closedAt: now, closedBecause: "filled" },
  });
  const others = await tx.internshipApplication.updateManyAndReturn({
    where: { internshipId, state: { in: [...OPEN_STATES] } },
    data: { state: "refused", refusedBecause: "filled", endedAt: now },
    select: MAILED,
  });
  const [first] = others;
  const people = first ? await listHousePeople(tx, first.structure.id, now) : [];
  for (const other of others)
    await queueMail(tx, ...filledMail(other), ...(await takeBackInterview(tx, other, people, now)));
}
