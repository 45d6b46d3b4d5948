import { z } from "zod";
import { Headcount, NeedBudget, NeedDelay } from "#lib/generated/prisma/enums";
import { emailAddress, handed, oneLine, optionalLine, paragraphs } from "#lib/platform/fields";
import { humanFields } from "#lib/platform/human-form";
import { LONGEST_NEED } from "../match/schema.ts";
import { MOST_CHOSEN } from "../rules.ts";

/** What is asked before anything else: the first box of the form. */
export const needQuestion = z.object({
  text: paragraphs({ most: LONGEST_NEED, missing: "Décrivez votre besoin en quelques mots." }).refine(
    (text) => text.length >= 10,
    "Décrivez votre besoin en quelques mots de plus.",
  ),
  city: optionalLine({ most: 100 }),
});

/** The whole form. */
export const needInput = needQuestion.extend({
  members: z
    .array(handed({ most: 120 }))
    .max(MOST_CHOSEN, `Choisissez au plus ${MOST_CHOSEN} adhérents.`)
    .default([]),
  delay: z.enum(NeedDelay, { error: "Dites pour quand." }).default("month"),
  budget: z.enum(NeedBudget, { error: "Choisissez une fourchette." }).default("unknown"),
  organization: optionalLine({ most: 120 }),
  headcount: z
    .enum(Headcount)
    .optional()
    .transform((value) => value ?? null),
  contactName: oneLine({ most: 120, missing: "Saisissez votre nom." }).refine(
    (name) => name.length >= 2,
    "Saisissez votre nom.",
  ),
  contactEmail: emailAddress({ missing: "Saisissez votre adresse e-mail." }),
  contactPhone: optionalLine({ most: 30 }),
  consent: z.literal("on", { error: "Cochez cette case\u202f: sans votre accord, nous ne transmettons rien." }),
  ...humanFields,
  /** Shown inside another site. */
  frame: handed({ most: 10 }).optional(),
});
export type NeedInput = z.output<typeof needInput>;

export const confirmInput = z.object({ token: handed({ most: 300 }) });
