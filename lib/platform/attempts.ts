import "server-only";
import type { Actor } from "#lib/policy/actor";
import { recordAct } from "./audit.ts";
import { db } from "./db.ts";
import { tryAgain } from "./throttle.ts";

/** Beyond it one knows enough, and the log, which is never emptied, keeps its size. */
const MOST_NOTED = { limit: 10, seconds: 3_600 };

/**
 * Leaves in the audit log that somebody signed in asked for what the policy does not give them: who, at
 * which page, why they were refused. Nothing of what they typed.
 */
export async function recordAttempt(
  actor: Actor,
  { path, why }: { path: string; why: string },
  now: Date,
): Promise<void> {
  if (actor.kind !== "person") return;
  if (!(await tryAgain(`refused ${actor.personId}`, MOST_NOTED, now))) return;
  await recordAct(db(), actor, {
    action: "refuse-attempt",
    subject: { kind: "Page" },
    detail: { page: doorOf(path), why },
  });
}

/** The section asked for, without what follows: ids, names in an address, secrets of a link. */
export function doorOf(path: string): string {
  const [, area = "", section = ""] = path.split("/");
  return /^[a-z-]{1,40}$/.test(section) ? `/${area}/${section}` : `/${area}`;
}
