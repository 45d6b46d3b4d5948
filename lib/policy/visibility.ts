import type { FieldVisibility } from "#lib/generated/prisma/enums";
import type { Actor } from "./actor.ts";

/** Of what a structure or a person lets be seen, the levels that reach `actor`: members see more than the public. */
export function levelsSeenBy(actor: Actor): FieldVisibility[] {
  if (actor.kind === "visitor") return ["public"];
  if (actor.kind === "system") return ["public", "members", "hidden"];
  const isMember = actor.structures.some(({ isActive }) => isActive);
  return isMember || actor.boardFunctions.length > 0 ? ["public", "members"] : ["public"];
}
