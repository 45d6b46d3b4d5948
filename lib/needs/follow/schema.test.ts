import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { postedForm } from "../../../test/posted-form.ts";
import { closeInput, rateInput } from "./schema.ts";

test("the forms of a buyer are understood as a browser posts them, with their empty fields", () => {
  const closing = postedForm({ token: "t", outcome: "abandoned", winner: "" });
  expect(parseWithZod(closing, { schema: closeInput }).status).toBe("success");
  const rating = postedForm({ token: "t", satisfaction: "4", comment: "" });
  expect(parseWithZod(rating, { schema: rateInput }).status).toBe("success");
});
