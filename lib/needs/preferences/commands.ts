import "server-only";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { findPreferences } from "./queries.ts";
import type { PreferencesInput } from "./schema.ts";

/**
 * Keeps which needs a structure wants; an absence ends by itself.
 *
 * @throws Refusal `forbidden`, `day_past`
 */
export async function choosePreferences(actor: PersonActor, input: PreferencesInput, now: Date): Promise<void> {
  authorize(actor, "update", "NeedPreference", now);
  const known = await findPreferences(actor, now);
  if (!known || !actor.actingFor?.isActive)
    throw new Refusal("forbidden", "Votre compte n’agit pour aucune structure.");
  const { wantedSkills, absentUntil, ...limits } = input;
  if (absentUntil && absentUntil < dayOf(now))
    throw new Refusal("day_past", "Choisissez un jour à venir.", "absentUntil");
  const data = {
    ...limits,
    mutedSkills: known.skills.map(({ slug }) => slug).filter((slug) => !wantedSkills.includes(slug)),
    absentUntil: absentUntil ? columnOfDay(absentUntil) : null,
  };
  await db().needPreference.upsert({
    where: { structureId: actor.actingFor.id },
    create: { ...data, structureId: actor.actingFor.id },
    update: data,
    select: { structureId: true },
  });
}
