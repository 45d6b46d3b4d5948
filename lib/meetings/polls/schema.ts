import { z } from "zod";
import { day, handed, oneLine, optionalParagraphs, time } from "#lib/platform/fields";
import { gathering, LACKS_LINK, lacksLink } from "../schema.ts";

/** "2026-12-15T18:00", as the wall shows it. */
const wall = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "Cette date n’est pas lisible.");

/** A date written by hand: an empty line is none, half a line is a mistake. */
const ownSlot = z
  .object({ day: day().optional(), time: time().optional() })
  .refine((slot) => !slot.day === !slot.time, { path: ["time"], error: "Indiquez la date et l’heure." });

export const MOST_SLOTS = 12;

const choosable = z.object({
  /** Empty: the board. */
  commission: handed({ most: 100 }).optional(),
  title: oneLine({ most: 150, missing: "Donnez un titre à la réunion." }),
  description: optionalParagraphs({ most: 5_000 }),
  durationMinutes: z
    .number({ error: "Indiquez une durée." })
    .int("Indiquez une durée en minutes.")
    .min(15, "Un quart d’heure au moins.")
    .max(480, "Huit heures au plus."),
  deadline: day(),
  ...gathering,
  slots: z.array(wall).default([]),
  own: z.array(ownSlot).max(MOST_SLOTS).default([]),
  keyPeople: z.array(z.uuid()).max(20, "Vingt personnes au plus.").default([]),
});

/** A date looked for together. */
export const pollInput = choosable
  .refine((input) => !lacksLink(input), LACKS_LINK)
  .transform(({ slots, own, ...rest }) => ({
    ...rest,
    slots: [
      ...new Set([...slots, ...own.flatMap((slot) => (slot.day && slot.time ? [`${slot.day}T${slot.time}`] : []))]),
    ],
  }))
  .refine(({ slots }) => slots.length >= 2, {
    path: ["slots"],
    error: "Un sondage a besoin de deux dates au moins. Avec une seule, convoquez directement la réunion.",
  })
  .refine(({ slots }) => slots.length <= MOST_SLOTS, {
    path: ["slots"],
    error: `${MOST_SLOTS} dates au plus\u202f: au-delà, personne ne répond.`,
  });
export type PollInput = z.infer<typeof pollInput>;
/** As the form holds it. */
export type PollFields = z.input<typeof choosable>;

const CHOICES = ["yes", "if_need_be", "no"] as const;

/** Answers to the dates of a poll: by the link of one's own mail, or signed in. */
export const answerInput = z.object({
  token: handed({ most: 300 }).optional(),
  pollId: z.uuid().optional(),
  answers: z
    .array(z.object({ slotId: z.uuid(), choice: z.enum(CHOICES, "Répondez à chaque date.") }))
    .min(1, "Répondez à chaque date.")
    .max(50),
});
export type AnswerInput = z.infer<typeof answerInput>;

/** "Rouvrir les réponses": until another last day. */
export const extendPollInput = z.object({ pollId: z.uuid(), deadline: day() });
export type ExtendPollInput = z.infer<typeof extendPollInput>;

/** A button of the lead's page, about the poll or one of its dates. */
export const pollIntention = z.object({ pollId: z.uuid() });
export const slotIntention = z.object({ pollId: z.uuid(), slotId: z.uuid() });
/** The board's: `acceptsShortNotice` passes over the notice of the statutes. */
export const conclusionInput = slotIntention.extend({ acceptsShortNotice: z.boolean().default(false) });
export type ConclusionInput = z.input<typeof conclusionInput>;
export const addSlotInput = z.object({ pollId: z.uuid(), day: day(), time: time() });
export const renewLinkInput = z.object({ pollId: z.uuid(), invitationId: z.uuid() });
