import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { postedForm } from "../../../test/posted-form.ts";
import { preferencesInput } from "./schema.ts";

test("the form of preferences is understood as a browser posts it, with its empty fields", () => {
  const preferences = { wantedSkills: ["a", "b"], minHeadcount: "", maxKm: "", monthlyLimit: "", absentUntil: "" };
  expect(parseWithZod(postedForm(preferences), { schema: preferencesInput })).toMatchObject({
    status: "success",
    value: { wantedSkills: ["a", "b"], maxKm: null, absentUntil: null },
  });
});
