import type { MandateFunction } from "#lib/generated/prisma/enums";
import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** Who calls the board and the assemblies, and presides them. */
export const PRESIDING: MandateFunction[] = ["president", "secretary"];

/**
 * General assemblies are open to the people of active structures, each of which has one vote; the board's
 * meetings to the board, each person with their own. The president and the secretary convene, preside, and
 * set what the statutes ask.
 */
export function assemblyRules(can: Rule, actor: Actor): void {
  if (actor.kind !== "person") return;
  const structures = actor.structures.filter(({ isActive }) => isActive).map(({ id }) => id);
  if (structures.length > 0) {
    can("read", "Assembly", { kind: { in: ["ordinary", "extraordinary"] } });
    can("vote", "AssemblyVoter", { structureId: { in: structures } });
  }
  if (actor.boardFunctions.length === 0) return;
  can("read", "Assembly");
  can("vote", "AssemblyVoter", { personId: actor.personId });
  if (!actor.boardFunctions.some((held) => PRESIDING.includes(held))) return;
  can("preside", "Assembly");
  can("update", "AssemblyRules");
  can("schedule", "Event", { kind: { in: ["board_meeting", "general_assembly"] } });
  can("schedule", "Poll", { commissionId: null });
}
