import { expect, test } from "vitest";
import { actorOf } from "../../../test/cast.ts";
import { confirmedBy, NOW, someBuyer } from "../../../test/own-needs.ts";
import { answerNeed } from "../answer/commands.ts";
import { answerInput } from "../answer/schema.ts";
import { closeNeed } from "../follow/commands.ts";
import { countNeeds } from "./queries.ts";

const DAY = 86_400_000;

test("a need that was answered and won counts in the figures", async () => {
  const member = await actorOf("member");
  const before = await countNeeds(NOW);
  const { id, token } = await confirmedBy(someBuyer(), member);
  await answerNeed(
    member,
    answerInput.parse({ needId: id, text: "", answer: "interested" }),
    new Date(NOW.getTime() + DAY / 2),
  );
  await closeNeed({ token, outcome: "won", winner: member.structures[0]?.slug ?? "" }, NOW);
  const after = await countNeeds(NOW);
  expect(after.received - before.received).toBe(1);
  expect(after.answered - before.answered).toBe(1);
  expect(after.kept - before.kept).toBe(1);
  expect(after.medianHours).not.toBeNull();
});
