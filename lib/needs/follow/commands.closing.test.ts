import { expect, test } from "vitest";
import { system } from "#lib/policy/actor";
import { actorOf } from "../../../test/cast.ts";
import { confirmedBy, kindsTo, NOW, needOf, someBuyer } from "../../../test/own-needs.ts";
import { answerNeed } from "../answer/commands.ts";
import { answerInput } from "../answer/schema.ts";
import { askSatisfaction } from "../carrying/commands.ts";
import { closeNeed, rateNeed } from "./commands.ts";
import { findFollowedNeed } from "./queries.ts";

const DAY = 86_400_000;

test("the end of a need names one winner, tells the others, and is rated once, ten days later", async () => {
  const [member, buyer] = [await actorOf("member"), someBuyer()];
  const { id, token } = await confirmedBy(buyer, member);
  const slug = member.structures[0]?.slug ?? "";
  await expect(closeNeed({ token, outcome: "won", winner: slug }, NOW)).rejects.toMatchObject({
    code: "not_answered",
  });
  await answerNeed(member, answerInput.parse({ needId: id, text: "", answer: "interested" }), NOW);
  await Promise.allSettled([1, 2, 3].map(() => closeNeed({ token, outcome: "won", winner: slug }, NOW)));
  expect(await needOf(buyer)).toMatchObject({ outcome: "won", introductions: [{ state: "won" }] });

  await askSatisfaction(system, new Date(NOW.getTime() + 9 * DAY));
  expect(await kindsTo(buyer)).not.toContain("need-rating");
  await askSatisfaction(system, new Date(NOW.getTime() + 11 * DAY));
  await askSatisfaction(system, new Date(NOW.getTime() + 12 * DAY));
  expect((await kindsTo(buyer)).filter((kind) => kind === "need-rating").length).toBe(1);
  await rateNeed({ token, satisfaction: 4, comment: "" });
  await expect(rateNeed({ token, satisfaction: 1, comment: "" })).rejects.toMatchObject({ code: "not_won" });
  expect(await findFollowedNeed(token)).toMatchObject({ satisfaction: 4 });
});
