import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { tryAgain } from "#lib/platform/throttle";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { findProposedSchool } from "./queries.ts";
import type { JoinByCodeInput } from "./schema.ts";

/** Codes are not guessed. */
const TRIES = { limit: 10, seconds: 3_600 };

/**
 * Has the school of this code follow the student who asks.
 *
 * @throws Refusal `not_student`, `too_many_codes`, `unknown_code` on `code`
 */
export async function joinSchoolByCode(
  actor: PersonActor,
  { code }: Pick<JoinByCodeInput, "code">,
  now: Date,
): Promise<void> {
  authorize(actor, "update", "Student", now);
  if (!(await tryAgain(`school-code:${actor.personId}`, TRIES, now))) {
    throw new Refusal("too_many_codes", "Trop d’essais en une heure. Demandez le code exact à votre école.", "code");
  }
  const school = await db().school.findFirst({
    where: { code, structure: { status: "active" } },
    select: { structureId: true },
  });
  if (!school) throw new Refusal("unknown_code", "Aucune école n’a ce code. Vérifiez-le auprès d’elle.", "code");
  await follow(actor, school.structureId, now);
}

/**
 * The same by the student's own confirmed address, when it is one of the school's.
 *
 * @throws Refusal `not_student`, `forbidden`
 */
export async function joinSchoolByAddress(
  actor: PersonActor,
  { schoolId }: { schoolId: string },
  now: Date,
): Promise<void> {
  const proposed = await findProposedSchool(actor, now);
  if (proposed?.id !== schoolId) throw new Refusal("forbidden", "Votre adresse n’est pas de cette école.");
  await follow(actor, schoolId, now);
}

/** Ends it: the school sees nothing of the student any more, shared applications included. Harmless twice. */
export async function leaveSchool(actor: PersonActor, now: Date): Promise<void> {
  authorize(actor, "update", "Student", now);
  const studentId = actor.personId;
  await db().$transaction(async (tx) => {
    const { count } = await tx.student.updateMany({
      where: { personId: studentId, schoolId: { not: null } },
      data: { schoolId: null, attachedAt: null },
    });
    if (count === 0) return;
    await tx.internshipApplication.updateMany({ where: { studentId }, data: { sharedWithId: null } });
    await recordAct(tx, actor, { action: "leave-school", subject: { kind: "Person", id: studentId } });
  });
}

async function follow(actor: PersonActor, schoolId: string, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.student.updateMany({
      where: { personId: actor.personId },
      data: { schoolId, attachedAt: now },
    });
    if (count === 0) throw new Refusal("not_student", "Remplissez d’abord votre profil.");
    await tx.internshipApplication.updateMany({
      where: { studentId: actor.personId, sharedWithId: { not: schoolId } },
      data: { sharedWithId: null },
    });
    await recordAct(tx, actor, { action: "join-school", subject: { kind: "Structure", id: schoolId } });
  });
}
