import "server-only";
import { randomInt } from "node:crypto";
import { sinceSchoolYear } from "#lib/internships/rules";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize, permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { listOpenOffers, WOKEN, wakeMail } from "./mails.ts";
import { schoolOf } from "./rules.ts";
import type { DomainInput, ElsewhereInput } from "./schema.ts";

/** The code of the school is read aloud: no 0 nor O, no 1 nor I. */
const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A student is not woken twice in a week. */
const WAKE_DAYS = 7;
const MOST_WOKEN = 500;

/** Gives the school a new code: the former one opens nothing any more, those who used it stay. */
export async function renewCode(actor: PersonActor, now: Date): Promise<void> {
  const structureId = mustHaveSchool(actor, now);
  const code = Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  await db().$transaction(async (tx) => {
    await tx.school.upsert({ where: { structureId }, create: { structureId, code }, update: { code } });
    await recordAct(tx, actor, { action: "renew-school-code", subject: { kind: "Structure", id: structureId } });
  });
}

/**
 * Says how the addresses of the school's students end; empty: nobody is asked by their address.
 *
 * @throws Refusal `no_code`; `school_emailDomain_key` on `emailDomain`
 */
export async function nameDomain(actor: PersonActor, { emailDomain }: DomainInput, now: Date): Promise<void> {
  const structureId = mustHaveSchool(actor, now);
  const { count: changed } = await db().school.updateMany({
    where: { AND: [{ structureId }, permitted(actor, "update", "School", now)] },
    data: { emailDomain: emailDomain || null },
  });
  if (changed === 0) throw new Refusal("no_code", "Créez d’abord le code de votre école.");
}

/**
 * Notes that one of the school's students found an internship outside the club, or not after all. Harmless twice.
 *
 * @throws Refusal `forbidden`
 */
export async function noteElsewhere(
  actor: PersonActor,
  { studentId, isElsewhere }: ElsewhereInput,
  now: Date,
): Promise<void> {
  authorize(actor, "remind", "Student", now);
  const schoolId = mustHaveSchool(actor, now);
  await db().$transaction(async (tx) => {
    const { count } = await tx.student.updateMany({
      where: { AND: [{ personId: studentId, schoolId }, permitted(actor, "remind", "Student", now)] },
      data: { foundElsewhereAt: isElsewhere ? now : null },
    });
    if (count === 0) throw new Refusal("forbidden", "Cet étudiant n’est pas suivi par votre école.");
    await recordAct(tx, actor, { action: "note-found-elsewhere", subject: { kind: "Person", id: studentId } });
  });
}

/**
 * Writes to the school's students who have no internship yet, with the offers that fit each best; gives how many.
 * Each at most once a week, however often and by whomever it is asked.
 */
export async function wakeUnplaced(actor: PersonActor, now: Date): Promise<number> {
  authorize(actor, "remind", "Student", now);
  const schoolId = mustHaveSchool(actor, now);
  const rested = new Date(now.getTime() - WAKE_DAYS * 86_400_000);
  return await db().$transaction(async (tx) => {
    const due = await tx.student.findMany({
      where: {
        AND: [
          {
            schoolId,
            AND: [
              { OR: [{ wokenAt: null }, { wokenAt: { lt: rested } }] },
              // Found elsewhere is found for that year.
              { OR: [{ foundElsewhereAt: null }, { foundElsewhereAt: { lt: sinceSchoolYear(now) } }] },
            ],
            applications: { none: { state: "accepted" } },
          },
          permitted(actor, "remind", "Student", now),
        ],
      },
      orderBy: { personId: "asc" },
      take: MOST_WOKEN,
      select: { personId: true },
    });
    // Whom another click has woken meanwhile is not written to again.
    const woken = await tx.student.updateManyAndReturn({
      where: {
        personId: { in: due.map(({ personId }) => personId) },
        OR: [{ wokenAt: null }, { wokenAt: { lt: rested } }],
      },
      data: { wokenAt: now },
      select: WOKEN,
    });
    const offers = woken.length > 0 ? await listOpenOffers(tx, now) : [];
    const applied = await appliedTo(
      tx,
      woken.map(({ person }) => person.id),
    );
    await queueMail(
      tx,
      ...woken.map((student) => {
        const known = applied.get(student.person.id);
        return wakeMail(student, known ? offers.filter(({ id }) => !known.has(id)) : offers);
      }),
    );
    if (woken.length > 0) {
      await recordAct(tx, actor, {
        action: "wake-students",
        subject: { kind: "Structure", id: schoolId },
        detail: { recipients: woken.length },
      });
    }
    return woken.length;
  });
}

/** The offers that each has applied to already, or begun to: those are not proposed to them again. */
async function appliedTo(tx: Tx, studentIds: string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.internshipApplication.findMany({
    where: { studentId: { in: studentIds } },
    orderBy: { id: "asc" },
    take: 20_000,
    select: { studentId: true, internshipId: true },
  });
  const offers = new Map<string, Set<string>>();
  for (const { studentId, internshipId } of rows) {
    if (studentId) offers.set(studentId, (offers.get(studentId) ?? new Set()).add(internshipId));
  }
  return offers;
}

function mustHaveSchool(actor: PersonActor, now: Date): string {
  authorize(actor, "update", "School", now);
  const school = schoolOf(actor);
  if (!school) throw new Refusal("forbidden", "Votre structure n’est pas une école.");
  return school.id;
}
