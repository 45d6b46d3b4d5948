import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import type { RegistrationState } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { LINKS } from "../rules.ts";
import type { RegistrantFilter } from "./schema.ts";

const LISTED = {
  id: true,
  state: true,
  firstName: true,
  lastName: true,
  email: true,
  organization: true,
  guests: true,
  structureId: true,
  confirmedAt: true,
  presentAt: true,
  answers: { select: { value: true, questionId: true } },
} satisfies Prisma.RegistrationSelect;

export type Registrant = Prisma.RegistrationGetPayload<{ select: typeof LISTED }>;

/** Those who registered for an event that `actor` is host of, by name; of the waiting list, in its order. */
export async function listRegistrants(
  actor: Actor,
  slug: string,
  { q, state }: RegistrantFilter,
  { page, perPage }: { page: number; perPage: number },
  now: Date,
): Promise<{ items: Registrant[]; total: number }> {
  const like = q ? { contains: q, mode: "insensitive" as const } : undefined;
  const where: Prisma.RegistrationWhereInput = {
    opening: { event: { AND: [{ slug }, permitted(actor, "host", "Event", now)] } },
    ...(state ? { state } : {}),
    ...(like ? { OR: [{ firstName: like }, { lastName: like }, { email: like }, { organization: like }] } : {}),
  };
  const order: Prisma.RegistrationOrderByWithRelationInput[] =
    state === "waiting" ? [{ confirmedAt: "asc" }] : [{ lastName: "asc" }, { firstName: "asc" }];
  const [items, total] = await Promise.all([
    db().registration.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [...order, { id: "asc" }],
      skip: (page - 1) * perPage,
      take: perPage,
      select: LISTED,
    }),
    db().registration.count({ where }),
  ]);
  return { items, total };
}

/** How many in each state, with their guests, and how many came. */
export async function countRegistrants(actor: Actor, slug: string, now: Date) {
  const rows = await db().registration.groupBy({
    by: ["state"],
    where: { opening: { event: { AND: [{ slug }, permitted(actor, "host", "Event", now)] } } },
    _count: { _all: true, presentAt: true },
    _sum: { guests: true },
  });
  const of = (state: RegistrationState) => {
    const row = rows.find((one) => one.state === state);
    return { people: row?._count._all ?? 0, guests: row?._sum.guests ?? 0 };
  };
  return {
    registered: of("registered"),
    waiting: of("waiting"),
    unconfirmed: of("unconfirmed"),
    withdrawn: of("withdrawn"),
    present: rows.reduce((sum, row) => sum + row._count.presentAt, 0),
  };
}

/** Whoever the scanned code is about, for a host of that event; null for anybody else, and for an altered code. */
export async function findByPresenceCode(actor: Actor, token: string, now: Date) {
  const id = readSignedToken(LINKS.presence, token);
  if (!id || !isUuid(id)) return null;
  return await db().registration.findFirst({
    relationLoadStrategy: "join",
    where: { id, opening: { event: permitted(actor, "host", "Event", now) } },
    select: {
      id: true,
      state: true,
      firstName: true,
      lastName: true,
      organization: true,
      guests: true,
      presentAt: true,
      opening: { select: { event: { select: { slug: true, title: true, startsAt: true } } } },
    },
  });
}
