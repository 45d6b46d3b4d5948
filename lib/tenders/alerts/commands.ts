import "server-only";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { AlertInput } from "./schema.ts";

/**
 * Keeps which new notices the actor is told of. Nothing chosen: of none. Harmless twice.
 *
 * @throws Refusal `forbidden`, `unknown_skill`
 */
export async function chooseAlerts(actor: Actor, input: AlertInput, now: Date): Promise<void> {
  authorize(actor, "update", "TenderAlert", now);
  if (actor.kind !== "person") return;
  const { cpv, skills, ...rest } = input;
  const slugs = [...new Set(skills)];
  const known = await db().skill.count({ where: { slug: { in: slugs } } });
  if (known < slugs.length) throw new Refusal("unknown_skill", "Une des compétences n’existe pas.", "skills");
  const data = { ...rest, skills: slugs, cpvPrefixes: cpv };
  await db().tenderAlert.upsert({
    where: { personId: actor.personId },
    create: { ...data, personId: actor.personId },
    update: data,
    select: { personId: true },
  });
}
