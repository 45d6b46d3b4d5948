import "server-only";
import { db } from "#lib/platform/db";
import { authorize, permitted, readable } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { matchNeed } from "../match/queries.ts";

/** Few: each has its own choice of every member. */
const PER_PAGE = 5;

/** A member that a need may be proposed to. */
export interface Candidate {
  id: string;
  name: string;
  /** Among the best matches of the need. */
  isMatch: boolean;
}

/**
 * The open needs that no member was left for, those of the commissions that `actor` leads, of all for the
 * board: the longest waiting first, each with who was asked and who may be asked still. From page 1.
 */
export async function listNeedsToPlace(actor: PersonActor, page: number, now: Date) {
  authorize(actor, "place", "Need", now);
  const [rows, members] = await Promise.all([
    db().need.findMany({
      relationLoadStrategy: "join",
      where: { AND: [{ closedAt: null }, permitted(actor, "place", "Need", now)] },
      orderBy: [{ escalatedAt: "asc" }, { id: "asc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE + 1,
      select: {
        id: true,
        text: true,
        city: true,
        delay: true,
        budget: true,
        headcount: true,
        organization: true,
        contactName: true,
        contactEmail: true,
        contactPhone: true,
        receivedAt: true,
        escalatedAt: true,
        commission: { select: { name: true } },
        introductions: {
          orderBy: [{ proposedAt: "asc" }, { structureId: "asc" }],
          take: 100,
          select: {
            structureId: true,
            state: true,
            dueAt: true,
            declineReason: true,
            structure: { select: { slug: true, name: true } },
          },
        },
      },
    }),
    db().structure.findMany({
      where: { AND: [{ status: "active" }, readable(actor, "Structure", now)] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 2_000,
      select: { id: true, name: true },
    }),
  ]);
  const items = await Promise.all(
    rows.slice(0, PER_PAGE).map(async (need) => {
      const asked = need.introductions.map(({ structureId }) => structureId);
      const { suggestions } = await matchNeed(need, now, { except: asked, headcount: need.headcount });
      const matches = suggestions.map(({ id, name }) => ({ id, name, isMatch: true }));
      const named = new Set([...asked, ...matches.map(({ id }) => id)]);
      const others = members.filter(({ id }) => !named.has(id)).map((member) => ({ ...member, isMatch: false }));
      const candidates: Candidate[] = [...matches, ...others];
      return { ...need, candidates };
    }),
  );
  return { items, hasMore: rows.length > PER_PAGE };
}
