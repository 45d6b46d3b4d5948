/** Votes over options numbered from 1. A ballot of a ranking names every option, the preferred first. */
export type Ballot = readonly number[];

export interface Score {
  /** From 1. */
  option: number;
  /** Voices (choice), points (Borda), options beaten (Condorcet). */
  score: number;
}

/** How many ballots hold each option, most first. */
export function countChoices(options: number, ballots: readonly Ballot[]): Score[] {
  return sorted(
    numbered(options).map((option) => ({ option, score: ballots.filter((ballot) => ballot.includes(option)).length })),
  );
}

/** The marks from 1 to 5: how often each, and their mean (null without answers). */
export function countMarks(ballots: readonly Ballot[]): { counts: number[]; mean: number | null } {
  const marks = ballots.flatMap((ballot) => ballot.slice(0, 1));
  const counts = numbered(5).map((mark) => marks.filter((given) => given === mark).length);
  const mean = marks.length > 0 ? marks.reduce((sum, mark) => sum + mark, 0) / marks.length : null;
  return { counts, mean };
}

/** Borda's count: with n options the first of a ballot has n − 1 points, the last none. */
export function countBorda(options: number, ballots: readonly Ballot[]): Score[] {
  return sorted(
    numbered(options).map((option) => ({
      option,
      score: ballots.reduce((points, ballot) => points + (options - 1 - ballot.indexOf(option)), 0),
    })),
  );
}

/**
 * Condorcet by Schulze's method: each option meets each other in a duel; where duels go round in a
 * circle, the strongest chain of won duels decides (M. Schulze, "A new monotonic, clone-independent,
 * reversal symmetric, and Condorcet-consistent single-winner election method", 2011).
 */
export function countCondorcet(options: number, ballots: readonly Ballot[]): Score[] {
  const all = numbered(options);
  const duels = all.map((a) => all.map((b) => ballots.filter((ballot) => isBefore(ballot, a, b)).length));
  const won = (a: number, b: number) => duels[a - 1]?.[b - 1] ?? 0;
  const strength = all.map((a) => all.map((b) => (won(a, b) > won(b, a) ? won(a, b) : 0)));
  const strongest = (a: number, b: number) => strength[a - 1]?.[b - 1] ?? 0;
  for (const via of all) {
    for (const a of all) {
      for (const b of all) {
        const row = strength[a - 1];
        if (a !== b && row) row[b - 1] = Math.max(strongest(a, b), Math.min(strongest(a, via), strongest(via, b)));
      }
    }
  }
  const beaten = (a: number) => all.filter((b) => b !== a && strongest(a, b) > strongest(b, a)).length;
  return sorted(all.map((option) => ({ option, score: beaten(option) })));
}

/** From the ranks given to each option (1 the preferred), the ballot; null unless they are 1, 2, … once each. */
export function ballotOfRanks(ranks: readonly (number | undefined)[]): number[] | null {
  const ballot = numbered(ranks.length).map((rank) => ranks.indexOf(rank) + 1);
  return ballot.every((option) => option > 0) ? ballot : null;
}

function isBefore(ballot: Ballot, a: number, b: number): boolean {
  return a !== b && ballot.indexOf(a) < ballot.indexOf(b);
}

function numbered(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** The best first; equals in the order of the question. */
function sorted(scores: Score[]): Score[] {
  return scores.sort((a, b) => b.score - a.score || a.option - b.option);
}
