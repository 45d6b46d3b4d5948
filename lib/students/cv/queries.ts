import "server-only";
import { db } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { type Storage, storage } from "#lib/platform/storage";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";

export interface CvFile {
  fileName: string;
  content: Uint8Array<ArrayBuffer>;
}

/** The CV that goes with an application, for those who may read it; null for others, and when it is gone. */
export async function findApplicationCv(
  actor: Actor,
  applicationId: string,
  now: Date,
  files: Storage = storage(),
): Promise<CvFile | null> {
  if (!isUuid(applicationId)) return null;
  const row = await db().internshipApplication.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id: applicationId }, readable(actor, "InternshipApplication", now)] },
    select: {
      cv: { select: { key: true } },
      student: { select: { person: { select: { firstName: true, lastName: true } } } },
    },
  });
  if (!row?.cv || !row.student) return null;
  return await asFile(row.cv.key, row.student.person, files);
}

/** The CV that the student who asks would send next; null when they have none. */
export async function findOwnCv(actor: PersonActor, now: Date, files: Storage = storage()): Promise<CvFile | null> {
  const row = await db().cv.findFirst({
    relationLoadStrategy: "join",
    where: { studentId: actor.personId, student: readable(actor, "Student", now) },
    orderBy: { uploadedAt: "desc" },
    select: { key: true, student: { select: { person: { select: { firstName: true, lastName: true } } } } },
  });
  return row && (await asFile(row.key, row.student.person, files));
}

async function asFile(key: string, person: { firstName: string; lastName: string }, files: Storage) {
  const content = await files.read(key);
  const name = slugify(`${person.firstName} ${person.lastName}`) || "etudiant";
  return content && { fileName: `cv-${name}`, content };
}
