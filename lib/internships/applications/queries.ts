import "server-only";
import { speakingOn } from "#lib/people/affiliations/rules";
import { dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { can, permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import type { MailedPerson } from "./mails.ts";

/** More than one student ever sends. */
const MOST = 200;

/** What `actor` began and sent, the latest first: drafts too. */
export async function listOwnApplications(actor: PersonActor, now: Date) {
  if (!can(actor, "update", "InternshipApplication", now)) return [];
  return await db().internshipApplication.findMany({
    relationLoadStrategy: "join",
    where: permitted(actor, "update", "InternshipApplication", now),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      id: true,
      state: true,
      createdAt: true,
      sentAt: true,
      readAt: true,
      endedAt: true,
      internship: { select: { id: true, title: true, answerBy: true, applyBefore: true } },
      structure: { select: { name: true, city: true } },
    },
  });
}
export type OwnApplicationLine = Awaited<ReturnType<typeof listOwnApplications>>[number];

/** One application of the student who asks; null when it is not theirs. */
export async function findOwnApplication(actor: PersonActor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  return await db().internshipApplication.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, permitted(actor, "update", "InternshipApplication", now)] },
    select: {
      id: true,
      state: true,
      message: true,
      sentAt: true,
      readAt: true,
      answeredAt: true,
      endedAt: true,
      nudgedAt: true,
      refusedBecause: true,
      sharedWithId: true,
      cv: { select: { uploadedAt: true } },
      slots: {
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        take: 20,
        select: { id: true, startsAt: true, endsAt: true, place: true, chosenAt: true },
      },
      student: {
        select: {
          school: { select: { id: true, name: true } },
          cvs: { orderBy: { uploadedAt: "desc" }, take: 1, select: { uploadedAt: true } },
        },
      },
      internship: {
        select: {
          slug: true,
          title: true,
          startsOn: true,
          endsOn: true,
          weeks: true,
          applyBefore: true,
          answerBy: true,
          shownFirstUntil: true,
          closedAt: true,
          tutorName: true,
        },
      },
      structure: { select: { name: true, slug: true } },
    },
  });
}
export type OwnApplication = NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>;

/** Where the actor's application to this offer is, if they began one. */
export async function findApplicationTo(actor: PersonActor, slug: string, now: Date): Promise<string | null> {
  const found = await db().internshipApplication.findFirst({
    where: { AND: [{ internship: { slug } }, permitted(actor, "update", "InternshipApplication", now)] },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** Whether there is such an application at all: asked only of one that `actor` was refused, for the log. */
export async function existsApplication(id: string): Promise<boolean> {
  return isUuid(id) && (await db().internshipApplication.count({ where: { id } })) > 0;
}

/** Who speaks for a structure today: whom its applications are announced to. */
export async function listHousePeople(tx: Tx, structureId: string, now: Date): Promise<MailedPerson[]> {
  return await tx.person.findMany({
    where: { affiliations: { some: { structureId, ...speakingOn(dayOf(now)) } } },
    orderBy: { id: "asc" },
    take: 100,
    select: { id: true, email: true, firstName: true, lastName: true },
  });
}
