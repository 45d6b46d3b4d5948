import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { addMonths, columnOfDay, dayOf, fromParis } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { erasedMail } from "../mails.ts";
import { KEPT_LONGER_MONTHS, KEPT_MONTHS, OPEN_STATES } from "../rules.ts";

const AT_ONCE = 500;

/**
 * Erases the applications whose time is over, drafts that were left and CVs that go with nothing any more;
 * students are told by one message of what was theirs. A number that names nobody stays. Gives how many.
 */
export async function eraseOldInternshipApplications(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "erase", "InternshipApplication", now);
  const [recent, distant] = [ago(now, KEPT_MONTHS), ago(now, KEPT_LONGER_MONTHS)];
  return await db().$transaction(async (tx) => {
    const over = await tx.internshipApplication.findMany({
      relationLoadStrategy: "join",
      where: {
        studentId: { not: null },
        OR: [
          { state: "draft", createdAt: { lt: recent } },
          { state: { in: ["refused", "withdrawn"] }, endedAt: { lt: recent }, student: { is: { keptLonger: false } } },
          { state: { in: ["refused", "withdrawn"] }, endedAt: { lt: distant } },
          // Accepted, or left without an end: three months after the internship itself.
          { state: { notIn: ["draft", "refused", "withdrawn"] }, internship: { endsOn: { lt: dayAgo(now) } } },
        ],
      },
      orderBy: { id: "asc" },
      take: AT_ONCE,
      select: {
        id: true,
        state: true,
        internship: { select: { title: true } },
        student: { select: { person: { select: { id: true, email: true, firstName: true, lastName: true } } } },
      },
    });
    const { drafts, erased } = await anonymise(tx, over);
    const total = drafts + erased.size;
    const told = over.filter(({ id }) => erased.has(id));
    const byStudent = Object.values(Object.groupBy(told, ({ student }) => student?.person.id ?? ""));
    const mails = byStudent.flatMap((applications = []) => {
      const person = applications[0]?.student?.person;
      return person
        ? [
            erasedMail(
              person,
              applications.map(({ internship }) => internship.title),
            ),
          ]
        : [];
    });
    await queueMail(tx, ...mails);
    // Whoever has something under way finds their CV where they left it.
    const underWay = { state: { in: ["draft" as const, ...OPEN_STATES] } };
    await tx.cv.deleteMany({
      where: {
        applications: { none: {} },
        uploadedAt: { lt: recent },
        student: { applications: { none: underWay } },
      },
    });
    if (total > 0) {
      await recordAct(tx, actor, {
        action: "erase-internship-applications",
        subject: { kind: "InternshipApplication" },
        detail: { count: total },
      });
    }
    return total;
  });
}

/** Takes away what tells of somebody; gives what another process had not taken already, nor its student sent. */
async function anonymise(
  tx: Tx,
  applications: { id: string; state: string }[],
): Promise<{ drafts: number; erased: Set<string> }> {
  const ids = (wanted: (state: string) => boolean) =>
    applications.filter(({ state }) => wanted(state)).map(({ id }) => id);
  const drafts = await tx.internshipApplication.deleteMany({
    where: { id: { in: ids((state) => state === "draft") }, state: "draft" },
  });
  const sent = { in: ids((state) => state !== "draft") };
  const rows = await tx.internshipApplication.updateManyAndReturn({
    where: { id: sent, studentId: { not: null } },
    data: { studentId: null, cvId: null, sharedWithId: null, message: "" },
    select: { id: true },
  });
  await forgetNames(
    tx,
    rows.map(({ id }) => id),
  );
  const parts = { applicationId: sent };
  await tx.applicationNote.deleteMany({ where: parts });
  await tx.interviewSlot.deleteMany({ where: parts });
  await tx.internshipAgreement.deleteMany({ where: parts });
  return { drafts: drafts.count, erased: new Set(rows.map(({ id }) => id)) };
}

/** What told others of these applications, by name: notices of the portal, and messages that left. */
export async function forgetNames(tx: Tx, applicationIds: string[]): Promise<void> {
  if (applicationIds.length === 0) return;
  const facts = applicationIds.flatMap((id) => FACTS.map((fact) => `application ${id} ${fact}`));
  await tx.notice.deleteMany({ where: { fact: { in: facts } } });
  await tx.mail.deleteMany({ where: { subjectKind: "InternshipApplication", subjectId: { in: applicationIds } } });
}

/** What is told of an application in the space of others. */
const FACTS = ["received", "accepted", "shared"];

function ago(now: Date, months: number): Date {
  return fromParis(addMonths(dayOf(now), -months), "00:00");
}

function dayAgo(now: Date): Date {
  return columnOfDay(addMonths(dayOf(now), -KEPT_MONTHS));
}
