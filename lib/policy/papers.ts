import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** A structure's papers are its own: its people keep them, nobody else reads them. The portal reminds. */
export function paperRules(can: Rule, actor: Actor): void {
  if (actor.kind === "system") can("remind", "Papers");
  if (actor.kind !== "person") return;
  const own = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (own.length > 0) can(["read", "update"], "Papers", { structureId: { in: own } });
}
