import "server-only";
import type { AssemblyKind } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** What the statutes ask, by kind. */
export async function listAssemblyRules(actor: Actor, now: Date) {
  authorize(actor, "update", "AssemblyRules", now);
  return await db().assemblyRules.findMany({ orderBy: { kind: "asc" }, take: 10 });
}

/** The same for one kind. */
export async function getAssemblyRules(actor: Actor, kind: AssemblyKind, now: Date) {
  authorize(actor, "update", "AssemblyRules", now);
  return await db().assemblyRules.findUniqueOrThrow({ where: { kind } });
}
