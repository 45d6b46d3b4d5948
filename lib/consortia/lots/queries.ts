import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { can, permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { ruleOfLot } from "../rules.ts";

/** What opening a consortium for a tender needs to know; null when there is no such tender or no right. */
export async function findTenderToAnswer(actor: Actor, tenderId: string, now: Date) {
  if (!isUuid(tenderId) || !can(actor, "join", "Consortium", now)) return null;
  const own = actor.kind === "person" ? actor.actingFor : null;
  const tender = await db().tender.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id: tenderId, mergedIntoId: null }, readable(actor, "Tender", now)] },
    select: {
      id: true,
      subject: true,
      buyer: true,
      respondBefore: true,
      withdrawnAt: true,
      multipleCandidacyRule: true,
      lots: {
        where: { withdrawnAt: null },
        orderBy: { number: "asc" },
        take: 200,
        select: {
          id: true,
          number: true,
          title: true,
          multipleCandidacyRule: true,
          bids: { where: { leadStructureId: own?.id ?? tenderId }, take: 1, select: { consortiumId: true } },
        },
      },
    },
  });
  if (!tender || !own?.isActive) return null;
  return {
    ...tender,
    isOver: tender.respondBefore <= now || tender.withdrawnAt !== null,
    lots: tender.lots.map(({ bids, ...lot }) => ({
      ...lot,
      rule: ruleOfLot(lot, tender),
      isLedByUs: bids.length > 0,
    })),
  };
}

/** The notice's lots that the mandatary may choose among: those that still stand, and those already answered. */
export async function listLotChoices(actor: Actor, consortiumId: string, now: Date) {
  if (!isUuid(consortiumId)) return [];
  const rows = await db().tenderLot.findMany({
    relationLoadStrategy: "join",
    where: {
      tender: { consortia: { some: { AND: [{ id: consortiumId }, permitted(actor, "lead", "Consortium", now)] } } },
      OR: [{ withdrawnAt: null }, { bids: { some: { consortiumId } } }],
    },
    orderBy: { number: "asc" },
    take: 200,
    select: {
      id: true,
      number: true,
      title: true,
      withdrawnAt: true,
      bids: { where: { consortiumId }, take: 1, select: { lotId: true } },
    },
  });
  return rows.map(({ bids, withdrawnAt, ...lot }) => ({
    ...lot,
    isAnswered: bids.length > 0,
    isWithdrawn: withdrawnAt !== null,
  }));
}
