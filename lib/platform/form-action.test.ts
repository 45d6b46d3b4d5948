import { expect, test, vi } from "vitest";
import { z } from "zod";
import { Refusal } from "./errors.ts";
import { formAction } from "./form-action.ts";
import { humanFields, mustBeHuman } from "./human-form.ts";

const { refresh } = vi.hoisted(() => ({ refresh: vi.fn() }));
vi.mock("next/cache", () => ({ refresh }));
vi.mock("./session.ts", () => ({ noteRefusal: vi.fn(), asTyped: (run: () => unknown) => run() }));

const schema = z.object({ name: z.string(), ...humanFields });
const sent = new FormData();
sent.set("name", "Ada");
sent.set("fax", "0353010000");
sent.set("opened", "made up");

test("what no person seems to have sent comes back as it was typed, on a page that is shown anew", async () => {
  const action = formAction(schema, async (input) => mustBeHuman(input, new Date()));
  const answer = await action(undefined, sent);
  expect(answer?.error?.[""]?.[0]).toContain("relisez votre saisie");
  // Neither the instant nor what the browser put into the trap, or sending it again would be refused again.
  expect(answer?.initialValue).toEqual({ name: "Ada" });
  expect(refresh).toHaveBeenCalledOnce();
});

test("any other refusal leaves the page as it is, and its instant with it", async () => {
  refresh.mockClear();
  const action = formAction(schema, async () => {
    throw new Refusal("too_many", "Réessayez plus tard.", "name");
  });
  const answer = await action(undefined, sent);
  expect(answer?.error).toEqual({ name: ["Réessayez plus tard."] });
  expect(answer?.initialValue).toMatchObject({ name: "Ada", opened: "made up" });
  expect(refresh).not.toHaveBeenCalled();
});
