import type { HeadcountBracket, StructureKind } from "#lib/generated/prisma/enums";
import { type Bits, bitsOf } from "./bits/rules.ts";
import { bestCovers } from "./search/rules.ts";

/** A lot and what it asks one to be able to do, as slugs of skills. */
export interface LotToCover {
  id: string;
  skills: string[];
}

export interface Candidate {
  id: string;
  skills: ReadonlySet<string>;
  /** The lots it would take; any when not said. */
  lots?: ReadonlySet<string>;
  /** Between sets of the same size, the lower sum is put first: `costOf`. */
  cost: number;
}

/** What a member would take: the skills it has of each lot. */
export interface Part {
  lotId: string;
  skills: string[];
}

export interface Team {
  members: { id: string; parts: Part[] }[];
}

export interface Proposals {
  /** The smallest sets that cover all that can be covered, best first. */
  teams: Team[];
  /** Asked for, and within nobody's reach here. */
  holes: Part[];
  /** Whether no smaller set exists; else nobody could have done with less than `atLeast`. */
  isProven: boolean;
  atLeast: number;
}

/** Nodes of the search: some fifty milliseconds on a slow machine. */
const EFFORT = 3_000;

/**
 * The smallest sets of candidates that have, of every lot, every skill that any of them has; `included`
 * is in all of them. A lot may be shared: what a groupement conjoint is for.
 */
export function proposeTeams(
  lots: LotToCover[],
  candidates: Candidate[],
  { most = 3, included = [], effort = EFFORT }: { most?: number; included?: string[]; effort?: number } = {},
): Proposals {
  const wanted = lots.flatMap(({ id, skills }) => skills.map((skill) => ({ lotId: id, skill })));
  const reach = wanted.map((demand) => candidates.flatMap((one, index) => (meets(one, demand) ? [index] : [])));
  const holes = partsOf(wanted.filter((_, index) => reach[index]?.length === 0));
  // Demands that the same candidates meet are one: usually, a skill that several lots ask for.
  const distinct = [...new Map(reach.filter((by) => by.length > 0).map((by) => [by.join(), by])).values()];
  const include = candidates.flatMap(({ id }, index) => (included.includes(id) ? [index] : []));
  const puzzle = {
    demands: distinct.length,
    sets: setsOf(distinct, candidates.length),
    costs: candidates.map(({ cost }) => cost),
  };
  const { covers, isProven, atLeast } = bestCovers(puzzle, { most, include, effort });
  return {
    teams: covers
      .filter(({ members }) => members.length > 0)
      .map(({ members }) => ({
        members: members.flatMap((index) => {
          const one = candidates[index];
          return one ? [{ id: one.id, parts: partsOf(wanted.filter((demand) => meets(one, demand))) }] : [];
        }),
      })),
    holes,
    isProven,
    atLeast,
  };
}

function setsOf(distinct: number[][], candidates: number): Bits[] {
  const met: number[][] = Array.from({ length: candidates }, () => []);
  for (const [demand, by] of distinct.entries()) for (const index of by) met[index]?.push(demand);
  return met.map((demands) => bitsOf(demands, distinct.length));
}

/** Who has each skill of each lot, by id, in the order of the candidates; nobody: a hole. */
export function coverageOf(lots: LotToCover[], candidates: Candidate[]) {
  return lots.map(({ id, skills }) => ({
    lotId: id,
    skills: skills.map((skill) => ({
      skill,
      by: candidates.filter((one) => meets(one, { lotId: id, skill })).map((one) => one.id),
    })),
  }));
}

interface Demand {
  lotId: string;
  skill: string;
}

function meets({ skills, lots }: Candidate, { lotId, skill }: Demand): boolean {
  return skills.has(skill) && (lots === undefined || lots.has(lotId));
}

function partsOf(demands: Demand[]): Part[] {
  const parts = Map.groupBy(demands, ({ lotId }) => lotId);
  return [...parts].map(([lotId, ones]) => ({ lotId, skills: ones.map(({ skill }) => skill) }));
}

/** What tells members apart who are equally able. */
export interface MemberFacts {
  km: number | null;
  headcount: HeadcountBracket | null;
  kind: StructureKind;
  /** Of the same trade as the one who looks: less complementary. */
  isSameKind: boolean;
  hasWorkedWithUs: boolean;
  hasRaisedHand: boolean;
}

/** From this estimate on, in cents, very small structures are put after others. */
export const LARGE_CENTS = 20_000_000;

const SMALLNESS: Partial<Record<HeadcountBracket, number>> = { up_to_2: 30, up_to_9: 15 };

/**
 * The sum by which sets of the same size are ordered, in "kilometres": distance first, then what is worth
 * a detour. Never negative, as the bounds of the search ask.
 */
export function costOf({ km, headcount, kind, ...member }: MemberFacts, isLarge: boolean): number {
  return (
    70 +
    Math.round(Math.min(km ?? 60, 200)) +
    (isLarge ? (headcount ? (SMALLNESS[headcount] ?? 0) : 10) : 0) +
    // Schools train and advise; they seldom bid.
    (kind === "school" ? 40 : 0) +
    (member.isSameKind ? 5 : 0) -
    (member.hasWorkedWithUs ? 30 : 0) -
    (member.hasRaisedHand ? 40 : 0)
  );
}
