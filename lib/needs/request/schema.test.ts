import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import { askedBy } from "../../../test/own-needs.ts";
import { postedForm } from "../../../test/posted-form.ts";
import { needInput } from "./schema.ts";

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

describe("the form of a need", () => {
  test("is understood as a browser posts it, with its empty fields", () => {
    expect(parseWithZod(postedForm(NEED), { schema: needInput })).toMatchObject({
      status: "success",
      value: {
        city: null,
        organization: null,
        headcount: null,
        members: ["lys-sauvegarde"],
        contactEmail: "odile@acheteur.example",
      },
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
    const submission = parseWithZod(postedForm({ ...NEED, [name]: value }), { schema: needInput });
    const [message] = submission.status === "error" ? (submission.error?.[name] ?? []) : [];
    expect(message).toMatch(/\.$/);
    expect(message).not.toMatch(/expected|invalid/i);
  });

  test.each([
    [{ text: "" }],
    [{ text: "x".repeat(10_001) }],
    [{ contactEmail: "odile" }],
    [{ consent: undefined }],
    [{ members: ["a", "b", "c", "d", "e"] }],
    [{ delay: "hier" }],
  ])("is refused when it is incomplete: %j", (more) => {
    expect(() => askedBy("odile@acheteur.example", more)).toThrow();
  });
});
