import type { LabelledNeed } from "./needs.ts";

/** A member as the evaluation knows it: what it says, and what it truly can do. */
export interface JudgedMember {
  slug: string;
  text: string;
  skills: ReadonlySet<string>;
  commission: string | null;
}

export interface Answer {
  commission: string | null;
  slugs: string[];
}

export interface Quality {
  needs: number;
  "P@1": number;
  "Recall@5": number;
  MRR: number;
  commission: number;
  outOfScope: number;
}

/** How well needs are answered: the means over those that some member of the set can answer. */
export async function judge(
  needs: LabelledNeed[],
  members: JudgedMember[],
  commissionOf: (skill: string) => string | null,
  answer: (need: LabelledNeed) => Promise<Answer> | Answer,
): Promise<Quality> {
  const first: number[] = [];
  const recall: number[] = [];
  const rank: number[] = [];
  const commission: number[] = [];
  const outside: number[] = [];
  for (const need of needs) {
    const { slugs, commission: said } = await answer(need);
    if (need.skills.length === 0) {
      outside.push(slugs.length === 0 && said === null ? 1 : 0);
      continue;
    }
    commission.push(need.skills.some((skill) => commissionOf(skill) === said) ? 1 : 0);
    const right = new Set(
      members.filter(({ skills }) => need.skills.some((skill) => skills.has(skill))).map(({ slug }) => slug),
    );
    if (right.size === 0) continue;
    const hits = slugs.slice(0, 5).map((slug) => right.has(slug));
    first.push(hits[0] ? 1 : 0);
    recall.push(hits.filter(Boolean).length / Math.min(5, right.size));
    rank.push(hits.includes(true) ? 1 / (hits.indexOf(true) + 1) : 0);
  }
  return {
    needs: needs.length,
    "P@1": mean(first),
    "Recall@5": mean(recall),
    MRR: mean(rank),
    commission: mean(commission),
    outOfScope: mean(outside),
  };
}

/** The baseline: BM25 over the members' texts, as any search engine does it, with French stop words and stems. */
export function bm25(members: JudgedMember[], wordsOf: (text: string) => string[]): (text: string) => Answer {
  const documents = members.map(({ text }) => wordsOf(text));
  const average = documents.reduce((sum, words) => sum + words.length, 0) / documents.length;
  const frequency = new Map<string, number>();
  for (const words of documents) for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const scoreOf = (query: string[], words: string[]) =>
    query.reduce((sum, word) => {
      const times = words.filter((other) => other === word).length;
      const count = frequency.get(word) ?? 0;
      const idf = Math.log(1 + (members.length - count + 0.5) / (count + 0.5));
      return sum + (idf * times * 2.2) / (times + 1.2 * (0.25 + (0.75 * words.length) / average));
    }, 0);
  return (text) => {
    const query = [...new Set(wordsOf(text))];
    const ranked = documents
      .map((words, index) => ({ member: members[index], score: scoreOf(query, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 5);
    return { commission: ranked[0]?.member?.commission ?? null, slugs: ranked.map(({ member }) => member?.slug ?? "") };
  };
}

function mean(values: number[]): number {
  return Math.round((1000 * values.reduce((sum, value) => sum + value, 0)) / Math.max(values.length, 1)) / 1000;
}
