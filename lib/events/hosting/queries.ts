import "server-only";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { isSlug } from "#lib/platform/slug";
import { can, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { EVENT_FACTS } from "../rules.ts";

/** The public events that `actor` is host of, cancelled ones too: those to come soonest first, past ones latest first. */
export async function listHosted(actor: Actor, period: "coming" | "past", now: Date) {
  return await db().event.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [permitted(actor, "host", "Event", now), { endsAt: period === "coming" ? { gt: now } : { lte: now } }],
    },
    orderBy: [{ startsAt: period === "coming" ? "asc" : "desc" }, { id: "asc" }],
    take: 50,
    select: {
      slug: true,
      title: true,
      startsAt: true,
      endsAt: true,
      place: true,
      cancellation: { select: { eventId: true } },
      registrationOpening: { select: { capacity: true, taken: true } },
    },
  });
}

/** An event as its host sees it, with what is asked of those who register; null when `actor` is no host of it. */
export async function findHosted(actor: Actor, slug: string, now: Date) {
  if (!isSlug(slug)) return null;
  return await db().event.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, permitted(actor, "host", "Event", now)] },
    select: {
      ...EVENT_FACTS,
      registrationOpening: {
        select: {
          capacity: true,
          taken: true,
          deadline: true,
          guestsPerMember: true,
          questions: {
            orderBy: { position: "asc" },
            select: {
              id: true,
              label: true,
              kind: true,
              options: true,
              isRequired: true,
              _count: { select: { answers: true } },
            },
          },
        },
      },
    },
  });
}

export type HostedEvent = NonNullable<Awaited<ReturnType<typeof findHosted>>>;

/**
 * An event to come that `actor` may still change, held against whoever changes it at the same moment.
 *
 * @throws Refusal `forbidden`, `event_over`
 */
export async function lockHosted(tx: Tx, actor: Actor, eventId: string, now: Date) {
  await tx.$queryRaw`SELECT 1 FROM event WHERE id = ${eventId}::uuid FOR UPDATE`;
  const event = await tx.event.findFirst({
    where: { AND: [{ id: eventId }, permitted(actor, "host", "Event", now)] },
    select: {
      id: true,
      slug: true,
      kind: true,
      startsAt: true,
      endsAt: true,
      place: true,
      cancellation: { select: { eventId: true } },
    },
  });
  if (!event) {
    const code = can(actor, "host", "Event", now) ? "not_found" : "forbidden";
    throw new Refusal(code, "Ce rendez-vous n’est pas, ou n’est plus, de votre ressort.");
  }
  if (event.cancellation) throw new Refusal("event_over", "Ce rendez-vous est annulé.");
  if (event.startsAt <= now) throw new Refusal("event_over", "Ce rendez-vous a déjà commencé.");
  return event;
}
