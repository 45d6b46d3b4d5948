import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * The agenda shows public events to everybody, members' events to people of active structures, the
 * board's to the board. Who schedules meetings: `meetings.ts`.
 */
export function eventRules(can: Rule, actor: Actor): void {
  can("read", "Event", { visibility: "public" });
  can("read", "Decision", { visibility: "public" });
  if (actor.kind !== "person") return;
  if (actor.structures.some((structure) => structure.isActive)) {
    can("read", "Event", { visibility: { in: ["public", "members"] } });
    can("read", "Decision", { visibility: { in: ["public", "members"] } });
  }
  if (actor.boardFunctions.length > 0) {
    can("read", "Event");
    can("read", "Decision");
  }
}
