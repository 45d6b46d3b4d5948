import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { newKey, type Storage, storage } from "#lib/platform/storage";
import { tryAgain } from "#lib/platform/throttle";
import { authorize } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import { CV_REFUSALS, type CvRefusal } from "./labels.ts";
import { cvRefusal, isPlainName } from "./rules.ts";

// Reading a file costs processor.
const FILES = { limit: 20, seconds: 3_600 };

/**
 * Keeps a CV: it goes with the next applications. The file bears a name of the portal's own; the former CV
 * stays with the applications it was sent with, and goes when there is none.
 *
 * @throws Refusal `not_student`; one of `CV_REFUSALS`
 */
export async function keepCv(
  actor: PersonActor,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
  now: Date,
  files: Storage = storage(),
): Promise<void> {
  authorize(actor, "update", "Student", now);
  if (!actor.isStudent) throw new Refusal("not_student", "Remplissez d’abord votre profil.");
  if (!isPlainName(name)) throw refused("cv_name");
  if (!(await tryAgain(`cv:${actor.personId}`, FILES, now))) throw refused("cv_too_often");
  const wrong = await cvRefusal(bytes);
  if (wrong) throw refused(wrong);
  const key = newKey("cv", "pdf");
  await files.put(key, bytes, "application/pdf");
  try {
    await db().$transaction(async (tx) => {
      const studentId = actor.personId;
      await tx.cv.deleteMany({ where: { studentId, applications: { none: {} } } });
      await tx.cv.create({ data: { studentId, key, bytes: bytes.length, uploadedAt: now }, select: { id: true } });
      await recordAct(tx, actor, { action: "keep-cv", subject: { kind: "Person", id: studentId } });
    });
  } catch (error) {
    await files.remove(key);
    throw error;
  }
}

/** Takes away the files that nothing names any more; gives how many. Cut on the way, the next run goes on. */
export async function removeDiscardedFiles(actor: Actor, now: Date, files: Storage = storage()): Promise<number> {
  authorize(actor, "erase", "InternshipApplication", now);
  const discarded = await db().discardedFile.findMany({ orderBy: { discardedAt: "asc" }, take: 500 });
  for (const { key } of discarded) {
    await files.remove(key);
    await db().discardedFile.deleteMany({ where: { key } });
  }
  return discarded.length;
}

function refused(code: CvRefusal): Refusal {
  return new Refusal(code, CV_REFUSALS[code], "cv");
}
