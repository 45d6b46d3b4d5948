import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/**
 * Expectations are the members' own: people of active structures and the board read them, members give
 * their structure's voice. The commission's lead or deputy studies them; the lead and the board answer;
 * the board alone publishes. What it published is public.
 */
export function expectationRules(can: Rule, actor: Actor): void {
  can("read", "ExpectationPublication");
  if (actor.kind === "system") can("remind", "Expectation");
  if (actor.kind !== "person") return;
  const structures = actor.structures.filter((structure) => structure.isActive).map((structure) => structure.id);
  if (structures.length > 0) {
    can(["read", "voice"], "Expectation");
    can(["read", "voice"], "Survey");
  }
  if (actor.boardFunctions.length > 0) {
    can(["read", "answer", "publish"], "Expectation");
    can("read", "Survey");
    can("read", "Synthesis", { presentedAt: { not: null } });
  }
  const led = actor.commissionsLed.map((commission) => commission.id);
  if (led.length === 0) return;
  const own = { commissionId: { in: led } };
  can(["read", "study", "answer"], "Expectation", own);
  can(["read", "study"], "Survey", own);
  can(["read", "study"], "Synthesis", own);
}
