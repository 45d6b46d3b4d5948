import { randomUUID } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { postedForm } from "../../../test/posted-form.ts";
import { answerInput } from "./schema.ts";

describe("the form of an answer", () => {
  test("is understood as a browser posts it, with its empty fields", () => {
    const answer = { needId: randomUUID(), answer: "interested", promisedOn: "", declineReason: "", text: "" };
    expect(parseWithZod(postedForm(answer), { schema: answerInput })).toMatchObject({
      status: "success",
      value: { text: "" },
    });
  });

  test.each([
    [{ answer: "asking", text: "" }],
    [{ answer: "declined" }],
    [{ answer: "peut-être" }],
    [{ answer: "interested", promisedOn: "demain" }],
  ])("is refused when it is incomplete: %j", (more) => {
    expect(answerInput.safeParse({ needId: randomUUID(), ...more }).success).toBe(false);
  });
});
