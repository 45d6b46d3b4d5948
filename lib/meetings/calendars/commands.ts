import "server-only";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** Gives `actor` a new address for their own calendar; the one before is worth nothing from now on. */
export async function renewPersonalAddress(actor: Actor, now: Date): Promise<void> {
  authorize(actor, "update", "PersonalCalendar", now);
  if (actor.kind !== "person") return;
  const { personId } = actor;
  await db().$transaction([
    db().personalCalendar.deleteMany({ where: { personId } }),
    db().personalCalendar.create({ data: { personId, createdAt: now }, select: { id: true } }),
  ]);
}

/** Nobody reads `actor`'s calendar any more. Harmless twice. */
export async function revokePersonalAddress(actor: Actor, now: Date): Promise<void> {
  authorize(actor, "update", "PersonalCalendar", now);
  if (actor.kind === "person") await db().personalCalendar.deleteMany({ where: { personId: actor.personId } });
}
