import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * The walls. A consortium exists for the people of the structures that sit in it, and for whoever one of
 * them invited in by name; board and administrators are strangers like others. A guest reads, but neither
 * prices nor what is in a member's own folder: those are for that member and the mandatary.
 *
 * Once it is settled, the club's members read what it became.
 */
export function consortiumRules(can: Rule, actor: Actor, now: Date): void {
  if (actor.kind === "system") can("remind", "Consortium");
  if (actor.kind !== "person") return;
  const own = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (own.length > 0) {
    can("join", "Consortium");
    can(["read", "join"], "ConsortiumSeat", { structureId: { in: own } });
    can("read", "ConsortiumOutcome", { shownFrom: { lte: now } });
  }
  const sits = actor.consortia.map(({ id }) => id);
  const reads = [...sits, ...actor.consortiaVisited];
  if (reads.length === 0) return;
  can("read", "Consortium", { id: { in: reads } });
  can("read", "ConsortiumSeat", { consortiumId: { in: reads } });
  can("read", "ConsortiumDocument", { consortiumId: { in: reads }, isConfidential: false, withdrawnAt: null });
  if (sits.length === 0) return;
  can("update", "Consortium", { id: { in: sits } });
  can("update", "ConsortiumDocument", { consortiumId: { in: sits }, isConfidential: false, withdrawnAt: null });
  for (const { id: consortiumId, structureId } of actor.consortia) {
    can(["read", "update"], "ConsortiumDocument", { consortiumId, structureId, withdrawnAt: null });
    can(["read", "update"], "ConsortiumPrice", { consortiumId, structureId });
  }
  const led = actor.consortia.filter(({ isLead }) => isLead).map(({ id }) => id);
  if (led.length === 0) return;
  can("lead", "Consortium", { id: { in: led } });
  can("read", "ConsortiumDocument", { consortiumId: { in: led }, withdrawnAt: null });
  can("read", "ConsortiumPrice", { consortiumId: { in: led } });
}
