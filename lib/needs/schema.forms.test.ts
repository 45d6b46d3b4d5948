import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { answerInput } from "./answer/schema.ts";
import { closeInput, rateInput } from "./follow/schema.ts";
import { preferencesInput } from "./preferences/schema.ts";
import { needInput } from "./request/schema.ts";

/** As a browser posts: every field is there, the empty ones too. */
function posted(fields: Record<string, string | string[]>): FormData {
  const data = new FormData();
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) data.append(name, value);
  return data;
}

const NEED = {
  text: "une imprimante en panne",
  city: "",
  members: "lys-sauvegarde",
  delay: "now",
  budget: "unknown",
  organization: " ",
  headcount: "",
  contactName: "Odile",
  contactEmail: " Odile@Acheteur.example ",
  contactPhone: "",
  consent: "on",
  website: "",
};

describe("a form as a browser posts it", () => {
  test("is understood with its empty fields", () => {
    expect(parseWithZod(posted(NEED), { schema: needInput })).toMatchObject({
      status: "success",
      value: {
        city: null,
        organization: null,
        headcount: null,
        members: ["lys-sauvegarde"],
        contactEmail: "odile@acheteur.example",
      },
    });
    const needId = "01a20e2c-cdd3-71f5-a69f-430cd09fa7a0";
    const answer = { needId, answer: "interested", promisedOn: "", declineReason: "", text: "" };
    expect(parseWithZod(posted(answer), { schema: answerInput })).toMatchObject({
      status: "success",
      value: { text: "" },
    });
    expect(parseWithZod(posted({ token: "t", outcome: "abandoned", winner: "" }), { schema: closeInput }).status).toBe(
      "success",
    );
    expect(parseWithZod(posted({ token: "t", satisfaction: "4", comment: "" }), { schema: rateInput }).status).toBe(
      "success",
    );
    const preferences = { wantedSkills: ["a", "b"], minHeadcount: "", maxKm: "", monthlyLimit: "", absentUntil: "" };
    expect(parseWithZod(posted(preferences), { schema: preferencesInput })).toMatchObject({
      status: "success",
      value: { wantedSkills: ["a", "b"], maxKm: null, absentUntil: null },
    });
  });

  test.each([
    ["text", "   "],
    ["text", "x".repeat(10_001)],
    ["contactName", " "],
    ["contactName", ""],
    ["contactEmail", ""],
    ["consent", ""],
    ["delay", "hier"],
  ])("says in French what is wrong with %s", (name, value) => {
    const submission = parseWithZod(posted({ ...NEED, [name]: value }), { schema: needInput });
    const [message] = submission.status === "error" ? (submission.error?.[name] ?? []) : [];
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/expected|invalid/i);
  });
});
