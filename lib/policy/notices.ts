import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** What I was told is mine to read, and how often I am told is mine to choose. The portal writes the digests. */
export function noticeRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can("publish", "Notice");
  if (actor.kind === "person") can(["read", "update"], "Notice", { personId: actor.personId });
}
