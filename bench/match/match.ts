import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { matchNeed } from "../../lib/needs/match/queries.ts";
import { matchInput } from "../../lib/needs/match/schema.ts";
import { db } from "../../lib/platform/db.ts";
import { plain, wordsOf } from "../../lib/search/words.ts";
import { root } from "../../scripts/process.ts";
import { type MatchTimes, measureMatching } from "./latency.ts";
import { withDemonstration, withOtherMembers } from "./members.ts";
import { type LabelledNeed, readNeeds } from "./needs.ts";
import { type Answer, bm25, type JudgedMember, judge, type Quality } from "./quality.ts";

const HALVES = ["tuning", "test", "paraphrases"];

/** Prints how well and how fast needs are matched, beside a BM25 baseline on the same members. */
async function main(): Promise<void> {
  const quality: Record<string, Quality> = {};
  await withDemonstration(async (members) => Object.assign(quality, await judgeAll("demonstration", members)));
  await withOtherMembers(async (members) => Object.assign(quality, await judgeAll("other members", members)));
  console.table(quality);
  const times: MatchTimes[] = process.env.QUALITY_ONLY ? [] : await measureMatching(readNeeds("test"));
  if (times.length > 0) console.table(times);
  const folder = join(root, "bench-results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "match.json"), `${JSON.stringify({ at: new Date(), quality, times }, null, 2)}\n`);
}

async function judgeAll(name: string, members: JudgedMember[]): Promise<Record<string, Quality>> {
  const skills = await db().skill.findMany({ select: { slug: true, commission: { select: { slug: true } } } });
  const commissions = new Map(skills.map(({ slug, commission }) => [slug, commission.slug]));
  const commissionOf = (skill: string) => commissions.get(skill) ?? null;
  const baseline = bm25(members, (text) => wordsOf(plain(text)).map(({ stem }) => stem));
  const judged: Record<string, Quality> = {};
  for (const half of HALVES) {
    const needs = readNeeds(half);
    judged[`${name}, ${half}`] = await judge(needs, members, commissionOf, answer);
    judged[`${name}, ${half}, BM25`] = await judge(needs, members, commissionOf, ({ text }) => baseline(text));
  }
  return judged;
}

async function answer({ text, city }: LabelledNeed): Promise<Answer> {
  const { commission, suggestions } = await matchNeed(matchInput.parse({ text, city }), new Date());
  return { commission, slugs: suggestions.map(({ slug }) => slug) };
}

await main();
process.exit(process.exitCode ?? 0);
