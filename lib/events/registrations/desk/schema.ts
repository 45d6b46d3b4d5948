import { z } from "zod";
import { RegistrationQuestionKind, RegistrationState } from "#lib/generated/prisma/enums";
import { pageParameter, type Query, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { fromParis } from "#lib/platform/dates";
import { day, handed, optionalLine, time } from "#lib/platform/fields";
import { paths } from "#lib/platform/paths";
import { oneLineOf, plainText } from "#lib/platform/plain-text";
import { MOST_QUESTIONS } from "../rules.ts";

const number = (asked: string) => z.number({ error: asked }).int("Un nombre entier.");

/** How many may come, until when, with how many guests. */
export const openingInput = z
  .object({
    eventId: z.uuid(),
    capacity: number("Combien de places\u202f?").min(1, "Une place au moins.").max(5_000, "5\u202f000 places au plus."),
    deadlineDay: day(),
    deadlineTime: time(),
    guestsPerMember: number("Combien d’invités\u202f?").min(0).max(10, "Dix au plus.").default(0),
  })
  .transform(({ deadlineDay, deadlineTime, ...rest }) => ({ ...rest, deadline: fromParis(deadlineDay, deadlineTime) }));
export type OpeningInput = z.output<typeof openingInput>;

/** Rows left without a label are none. */
export const questionsInput = z.object({
  eventId: z.uuid(),
  questions: z
    .array(
      z
        .object({
          label: optionalLine({ most: 150 }),
          kind: z.enum(RegistrationQuestionKind, "Choisissez un genre de réponse.").default("short_text"),
          options: z
            .string()
            .optional()
            .transform((text = "") => [
              ...new Set(
                plainText(text)
                  .split("\n")
                  .flatMap((line) => oneLineOf(line) || []),
              ),
            ]),
          isRequired: z
            .literal("on")
            .optional()
            .transform((value) => value === "on"),
        })
        .refine(({ label, kind, options }) => !label || kind !== "choice" || options.length >= 2, {
          path: ["options"],
          error: "Deux réponses au moins, une par ligne.",
        })
        .refine(({ options }) => options.length <= 12 && options.every((option) => option.length <= 100), {
          path: ["options"],
          error: "Douze réponses au plus, de cent caractères au plus.",
        }),
    )
    .max(MOST_QUESTIONS)
    .default([])
    .transform((rows) =>
      rows.flatMap(({ label, options, ...row }) =>
        label ? [{ ...row, label, options: row.kind === "choice" ? options : [] }] : [],
      ),
    ),
});
export type QuestionsInput = z.output<typeof questionsInput>;

/** The buttons beside a name: from the list by id, from a code by its token. */
export const presenceInput = z.object({
  registrationId: z.uuid(),
  present: z.enum(["1", "0"]).transform((value) => value === "1"),
  /** The page that asked, with what was looked for there. */
  next: handed({ most: 500 }).optional(),
});
export type PresenceInput = z.output<typeof presenceInput>;

export const releaseInput = z.object({ registrationId: z.uuid() });

/** What of the list is looked for. */
export interface RegistrantFilter {
  q: string | undefined;
  state: RegistrationState | undefined;
}

/** The parameters of the list, whatever was typed. */
export function readRegistrantAddress(query: Query): { filter: RegistrantFilter; page: number } {
  const state = Object.values(RegistrationState).find((one) => one === readParameter(query, "etat"));
  return { filter: { q: readParameter(query, "q"), state }, page: readPage(query) };
}

/**
 * The address of the list with this filter, at its own place in the page; `path`: of another page or file that
 * takes the filter.
 */
export function registrantsHref(slug: string, { q, state }: RegistrantFilter, page = 1, path?: string): string {
  const address = writeAddress(path ?? paths.hostedEvent(slug), {
    q,
    etat: state,
    page: pageParameter(page),
  });
  return path ? address : `${address}#inscrits`;
}
