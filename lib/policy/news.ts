import type { Rule } from "./ability.ts";
import type { Actor } from "./actor.ts";

/** A post is public from its hour of publication on; the board writes. */
export function newsRules(can: Rule, actor: Actor, now: Date): void {
  can("read", "NewsPost", { publishedAt: { lte: now } });
  if (actor.kind === "person" && actor.boardFunctions.length > 0) {
    can(["read", "publish"], "NewsPost");
  }
}
