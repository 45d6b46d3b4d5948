import { performance } from "node:perf_hooks";
import { matchNeed } from "../../lib/needs/match/queries.ts";
import { matchInput } from "../../lib/needs/match/schema.ts";
import { withClient } from "../../scripts/database/open.ts";
import { percentile } from "../copy.ts";
import { generate } from "../search.ts";
import { withDatabase } from "./members.ts";
import type { LabelledNeed } from "./needs.ts";

const SIZES = [350, 10_000, 100_000];
/** The first rounds warm the process and the database up; the others count. */
const WARMING = 2;
const ROUNDS = 3;

export interface MatchTimes {
  members: number;
  p50: number;
  p99: number;
}

/** How long one match takes against more and more members, in milliseconds. */
export async function measureMatching(needs: LabelledNeed[]): Promise<MatchTimes[]> {
  const times: MatchTimes[] = [];
  await withDatabase("0", async () => {
    const url = process.env.DATABASE_ADMIN_URL ?? "";
    let made = 0;
    for (const members of SIZES) {
      await withClient(url, async (client) => {
        await generate(client, made, members);
        // Generated members have the taxonomy's skills alone: what reading them would give.
        await client.query(`INSERT INTO structure_topic ("structureId", "skillId", source, weight, evidence)
          SELECT l."structureId", l."skillId", 'skill', 1, k.label FROM structure_skill l JOIN skill k ON k.id = l."skillId"
          ON CONFLICT DO NOTHING`);
        await client.query("TRUNCATE structure_unread");
        await client.query("VACUUM ANALYZE");
      });
      made = members;
      const taken: number[] = [];
      for (let round = 0; round < WARMING + ROUNDS; round += 1) {
        for (const { text, city } of needs) {
          const begun = performance.now();
          await matchNeed(matchInput.parse({ text, city }), new Date());
          if (round >= WARMING) taken.push(performance.now() - begun);
        }
      }
      times.push({ members, p50: percentile(taken, 0.5), p99: percentile(taken, 0.99) });
    }
  });
  return times;
}
