import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * The agenda shows public events to everybody, members' events to people of active structures, the
 * board's to the board. The host of a public event (the board; a lead, of their commission's) opens its
 * registrations and keeps its list; the portal itself reminds and thanks. Who schedules meetings: `meetings.ts`.
 */
export function eventRules(can: Rule, actor: Actor): void {
  can("read", "Event", { visibility: "public" });
  can("read", "Decision", { visibility: "public" });
  if (actor.kind === "system") can("host", "Event");
  if (actor.kind !== "person") return;
  const led = actor.commissionsLed.map(({ id }) => id);
  if (led.length > 0) can("host", "Event", { visibility: "public", commissionId: { in: led } });
  if (actor.structures.some((structure) => structure.isActive)) {
    can("read", "Event", { visibility: { in: ["public", "members"] } });
    can("read", "Decision", { visibility: { in: ["public", "members"] } });
  }
  if (actor.boardFunctions.length > 0) {
    can("read", "Event");
    can("host", "Event", { visibility: "public" });
    can("read", "Decision");
  }
}
