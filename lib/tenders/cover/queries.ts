import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/generated/prisma/client";
import { HeadcountBracket, StructureKind } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import type { Actor, OwnStructure } from "#lib/policy/actor";
import { listHands } from "../hands/queries.ts";
import { findTender, type TenderView } from "../queries.ts";
import { type Candidate, costOf, coverageOf, LARGE_CENTS, type MemberFacts, type Part, proposeTeams } from "./rules.ts";

/** Beyond, those with the fewest of the skills asked for are not looked at. */
const MOST_CANDIDATES = 1_000;
/** Who is named for each hole. */
const MOST_FILLERS = 5;

const row = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(StructureKind),
  headcount: z.enum(HeadcountBracket).nullable(),
  km: z.number().nullable(),
  hasWorkedWithUs: z.boolean(),
  skills: z.array(z.string()),
});

export interface Member extends Omit<MemberFacts, "isSameKind"> {
  id: string;
  slug: string;
  name: string;
  isUs: boolean;
}

export interface TeamsView {
  tender: TenderView;
  us: OwnStructure | null;
  /** By id: whoever is named below. */
  members: Record<string, Member>;
  /** What those who raised their hand have of each lot; null for whoever did not raise one. */
  hands: { coverage: ReturnType<typeof coverageOf>; missing: (Part & { fillers: Record<string, string[]> })[] } | null;
  proposals: ReturnType<typeof proposeTeams>;
}

/**
 * Who could answer a tender together: what the hands raised cover and lack (for those who raised one), and
 * the smallest teams of the club's members, the actor's structure in them. Null when the tender is not theirs
 * to read. Four SQL statements, whatever the number of lots and members.
 */
export async function findTeams(actor: Actor, tenderId: string, now: Date): Promise<TeamsView | null> {
  const tender = await findTender(actor, tenderId, now);
  if (!tender || actor.kind !== "person") return null;
  const us = actor.actingFor?.isActive ? actor.actingFor : null;
  const lots = tender.lots
    .filter(({ withdrawnAt }) => !withdrawnAt)
    .map(({ id, skills }) => ({ id, skills: skills.map(({ slug }) => slug) }));
  const [rows, hands] = await Promise.all([
    ableMembers(tender, [...new Set(lots.flatMap(({ skills }) => skills))], us),
    listHands(actor, tenderId, now),
  ]);
  const raised = new Map(hands.map((hand) => [hand.structureId, new Set(hand.lots.map(({ lotId }) => lotId))]));
  const ourKind = rows.find(({ id }) => id === us?.id)?.kind;
  const isLarge = Number(tender.estimatedCents ?? 0) >= LARGE_CENTS;
  const candidates = rows
    .map((member) => {
      const facts = { ...member, isSameKind: member.kind === ourKind, hasRaisedHand: raised.has(member.id) };
      return { id: member.id, skills: new Set(member.skills), cost: costOf(facts, isLarge) };
    })
    .sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1));
  const members = Object.fromEntries(
    rows.map(({ skills: _skills, ...member }) => [
      member.id,
      { ...member, isUs: member.id === us?.id, hasRaisedHand: raised.has(member.id) },
    ]),
  );
  return {
    tender,
    us,
    members,
    hands: hands.length > 0 ? handsView(lots, candidates, raised) : null,
    proposals: proposeTeams(lots, candidates, { included: us ? [us.id] : [] }),
  };
}

function handsView(
  lots: { id: string; skills: string[] }[],
  candidates: Candidate[],
  raised: Map<string, ReadonlySet<string>>,
): NonNullable<TeamsView["hands"]> {
  const withHand = candidates.flatMap((one) => {
    const theirs = raised.get(one.id);
    return theirs ? [{ ...one, lots: theirs }] : [];
  });
  const coverage = coverageOf(lots, withHand);
  return {
    coverage,
    missing: coverage.flatMap(({ lotId, skills }) => {
      const lacking = skills.filter(({ by }) => by.length === 0).map(({ skill }) => skill);
      if (lacking.length === 0) return [];
      const fillers = lacking.map((skill) => [
        skill,
        candidates
          .filter((one) => one.skills.has(skill))
          .slice(0, MOST_FILLERS)
          .map(({ id }) => id),
      ]);
      return [{ lotId, skills: lacking, fillers: Object.fromEntries(fillers) }];
    }),
  };
}

/**
 * The active members who have some of the skills asked for, with what tells them apart. Distances are from
 * where the work is, else from our own commune, on a sphere of 6 371 km.
 */
async function ableMembers(tender: TenderView, skills: string[], us: OwnStructure | null) {
  if (skills.length === 0) return [];
  const ourId = us?.id ?? null;
  const rows = await db().$queryRaw(Prisma.sql`
    WITH asked AS (SELECT id, slug FROM skill WHERE slug = ANY(${skills}::text[])),
         place AS (SELECT c.latitude AS lat, c.longitude AS lon FROM commune c
                    WHERE c.insee = coalesce((SELECT "communeInsee" FROM tender WHERE id = ${tender.id}::uuid),
                                             (SELECT "communeInsee" FROM structure WHERE id = ${ourId}::uuid)))
    SELECT s.id, s.slug, s.name, s.kind::text, s.headcount::text,
           (SELECT 2 * 6371 * asin(sqrt(sin(radians(c.latitude - p.lat) / 2) ^ 2
              + cos(radians(p.lat)) * cos(radians(c.latitude)) * sin(radians(c.longitude - p.lon) / 2) ^ 2))
              FROM place p, commune c WHERE c.insee = s."communeInsee") AS km,
           -- Answers that are settled: of a live one, nobody but its members knows.
           EXISTS (SELECT 1 FROM consortium_member a JOIN consortium_member b USING ("consortiumId")
                     JOIN consortium done ON done.id = a."consortiumId" AND done.state IN ('won', 'lost')
                    WHERE a."structureId" = ${ourId}::uuid AND b."structureId" = s.id AND s.id <> ${ourId}::uuid) AS "hasWorkedWithUs",
           able.skills
      FROM (SELECT k."structureId", array_agg(DISTINCT a.slug) AS skills FROM structure_skill k JOIN asked a ON a.id = k."skillId"
             GROUP BY k."structureId") able
      JOIN structure s ON s.id = able."structureId" AND s.status = 'active'
     ORDER BY s.id = ${ourId}::uuid DESC NULLS LAST, cardinality(able.skills) DESC, s.id LIMIT ${MOST_CANDIDATES}`);
  return z.array(row).parse(rows);
}
