import "server-only";
import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import type { z } from "zod";
import { NotedRefusal, Refusal, refusalOf } from "./errors.ts";
import { humanFields, NOT_BY_A_PERSON } from "./human-form.ts";
import { asTyped, noteRefusal } from "./session.ts";

/** Refusals that no form of ours leads to: an id slipped in, a link altered or somebody else's. */
const ATTEMPTS = new Set(["forbidden", "wrong_link"]);

/** Somebody was faster: the page then shows what is there now, and the same can be sent again knowingly. */
const OVERTAKEN = new Set(["task_changed", "changed_meanwhile"]);

/** The form is shown anew: sent again, it is judged by the instant of the new page. */
const SHOWN_ANEW = new Set([...OVERTAKEN, NOT_BY_A_PERSON]);

export type FormState = SubmissionResult<string[]> | undefined;

/**
 * One declaration from form to intention: parses with `schema`, runs `command`, and turns what is
 * wrong into French errors beside the fields, with everything typed given back.
 *
 * `command` ends a success by redirecting. What it throws besides a `Refusal` or a broken
 * constraint of ours is a bug and goes on its way. `secret` names the fields that are never sent back.
 */
export function formAction<Schema extends z.ZodType>(
  schema: Schema,
  command: (input: z.output<Schema>) => Promise<void>,
  { secret = [] }: { secret?: string[] } = {},
) {
  return async (_previous: FormState, formData: FormData): Promise<FormState> => {
    const submission = parseWithZod(formData, { schema });
    if (submission.status !== "success") return submission.reply({ hideFields: secret });
    try {
      await asTyped(() => command(submission.value));
      return submission.reply({ resetForm: true });
    } catch (error) {
      const refusal = error instanceof Refusal ? error : refusalOf(error);
      if (!refusal) throw error;
      if (ATTEMPTS.has(refusal.code) && !(refusal instanceof NotedRefusal)) await noteRefusal(refusal.code);
      if (SHOWN_ANEW.has(refusal.code)) refresh();
      const errors = refusal.field
        ? { fieldErrors: { [refusal.field]: [refusal.message] } }
        : { formErrors: [refusal.message] };
      const held = refusal.code === NOT_BY_A_PERSON ? [...secret, ...Object.keys(humanFields)] : secret;
      return submission.reply({ ...errors, hideFields: held });
    }
  };
}
