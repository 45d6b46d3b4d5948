"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { formatInstant, formatTime } from "#lib/platform/dates";
import { Refusal, refusalOf } from "#lib/platform/errors";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { noteRefusal, requireActor } from "#lib/platform/session";
import { approveMinutes } from "./approval/commands.ts";
import { saveMinutes, startMinutes, type Theirs } from "./commands.ts";
import type { LineProblem } from "./lines/rules.ts";
import { previewMinutes } from "./queries.ts";
import { minutesInput, minutesIntention } from "./schema.ts";

/** "Rédiger le compte rendu". */
export const startMinutesAction = formAction(minutesIntention, async (input) => {
  redirect(paths.minutesDesk(await startMinutes(await requireActor(), input, requestTime())));
});

/** What the editor is told; everything typed comes back with what went wrong. */
export type EditorState =
  | { kind: "idle" }
  | { kind: "saved"; version: number; at: string }
  | { kind: "conflict"; theirs: Omit<Theirs, "at"> & { at: string }; typed: Typed }
  | { kind: "problems"; problems: LineProblem[]; version: number | null; typed: Typed }
  | { kind: "refused"; message: string; typed: Typed };
interface Typed {
  body: string;
  publicPart: string;
}

/**
 * "Enregistrer", and by itself as one types; "Approuver" when the button says so. Not a `formAction`:
 * what another editor saved comes back whole beside what was typed.
 */
export async function keepMinutesAction(_previous: EditorState, form: FormData): Promise<EditorState> {
  const typed = { body: textOf(form, "body"), publicPart: textOf(form, "publicPart") };
  const parsed = minutesInput.safeParse({ ...typed, meetingId: form.get("meetingId"), version: form.get("version") });
  if (!parsed.success) {
    return { kind: "refused", message: parsed.error.issues[0]?.message ?? "Ce texte n’a pas pu être lu.", typed };
  }
  const [actor, now] = [await requireActor(), requestTime()];
  let done: Route;
  try {
    if (form.get("intent") !== "approve") {
      const saved = await saveMinutes(actor, parsed.data, now);
      return saved.kind === "saved" ? { ...saved, at: formatTime(now) } : conflictOf(saved.theirs, typed);
    }
    const approved = await approveMinutes(actor, parsed.data, now);
    if (approved.kind === "conflict") return conflictOf(approved.theirs, typed);
    if (approved.kind === "problems") return { ...approved, typed };
    done = doneAt(paths.minutes(approved.slug), approved.isFirst ? "approuve" : "corrige");
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalOf(error);
    if (!refusal) throw error;
    if (refusal.code === "forbidden") await noteRefusal(refusal.code);
    return { kind: "refused", message: refusal.message, typed };
  }
  redirect(done);
}

/** What the text typed so far looks like, drawn from what the server reads in it. */
export async function previewMinutesAction(meetingId: string, body: string) {
  const parsed = minutesInput.pick({ meetingId: true, body: true }).safeParse({ meetingId, body });
  return parsed.success ? previewMinutes(await requireActor(), parsed.data, requestTime()) : null;
}

function conflictOf(theirs: Theirs, typed: Typed): EditorState {
  return { kind: "conflict", theirs: { ...theirs, at: formatInstant(theirs.at) }, typed };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
