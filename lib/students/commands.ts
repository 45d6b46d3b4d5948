import "server-only";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { communeNamed } from "#lib/territory/communes";
import type { ProfileInput } from "./schema.ts";

/** Saves what companies read of `actor`, and makes a student of them with the first one. Harmless twice. */
export async function saveProfile(actor: PersonActor, input: ProfileInput, now: Date): Promise<void> {
  authorize(actor, "update", "Student", now);
  await db().$transaction(async (tx) => {
    await keepProfile(tx, actor.personId, input);
    await recordAct(tx, actor, { action: "save-profile", subject: { kind: "Person", id: actor.personId } });
  });
}

/** Says that one found an internship outside the club, or not after all. Harmless twice. @throws Refusal `not_student` */
export async function sayFoundElsewhere(
  actor: PersonActor,
  { isElsewhere }: { isElsewhere: boolean },
  now: Date,
): Promise<void> {
  authorize(actor, "update", "Student", now);
  const { count } = await db().student.updateMany({
    where: { personId: actor.personId },
    data: { foundElsewhereAt: isElsewhere ? now : null },
  });
  if (count === 0) throw new Refusal("not_student", "Remplissez d’abord votre profil.");
}

/** Keeps a profile inside another command's transaction; what is not given stays as it was. */
export async function keepProfile(
  tx: Tx,
  personId: string,
  {
    city,
    availableFrom,
    availableTo,
    schoolName,
    ...facts
  }: Omit<ProfileInput, "isVisible" | "keptLonger"> & Partial<Pick<ProfileInput, "isVisible" | "keptLonger">>,
): Promise<void> {
  const data = {
    ...facts,
    schoolName: schoolName || null,
    availableFrom: columnOfDay(availableFrom),
    availableTo: columnOfDay(availableTo),
    communeInsee: (city && communeNamed(city)?.insee) || null,
  };
  await tx.student.upsert({
    where: { personId },
    create: { personId, ...data },
    update: data,
    select: { personId: true },
  });
}
