import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** A post is public from its hour of publication on; the board writes. */
export function newsRules(can: Rule, actor: Actor, now: Date): void {
  // A draft has no hour: said apart, since nothing comes before any hour when rows are compared in memory.
  can("read", "NewsPost", { publishedAt: { not: null, lte: now } });
  if (actor.kind === "person" && actor.boardFunctions.length > 0) {
    can(["read", "publish"], "NewsPost");
  }
}
