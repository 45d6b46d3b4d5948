import { z } from "zod";
import { Headcount, NeedBudget, NeedDelay } from "#lib/generated/prisma/enums";
import { humanFields } from "#lib/platform/human-form";
import { LONGEST_NEED } from "../match/schema.ts";
import { MOST_CHOSEN } from "../rules.ts";

// Refined, not piped: Conform reads an empty text as none, between two pipes too.
const oneLine = (longest: number, missing: string) =>
  z
    .string(missing)
    .transform((text) => text.replace(/[\0\r\n]+/g, " ").trim())
    .refine((text) => text.length <= longest, `Raccourcissez\u202f: ${longest} caractères au plus.`);
const optionalLine = (longest: number) =>
  oneLine(longest, "")
    .optional()
    .transform((text) => text || null);

/** What is asked before anything else: the first box of the form. */
export const needQuestion = z.object({
  text: z
    .string({ error: "Décrivez votre besoin en quelques mots." })
    .transform((text) => text.replaceAll("\0", "").trim())
    .refine((text) => text.length >= 10, "Décrivez votre besoin en quelques mots de plus.")
    .refine((text) => text.length <= LONGEST_NEED, "Résumez votre besoin\u202f: 10\u202f000 caractères au plus."),
  city: optionalLine(100),
});

/** The whole form. */
export const needInput = needQuestion.extend({
  members: z.array(z.string().max(120)).max(MOST_CHOSEN, `Choisissez au plus ${MOST_CHOSEN} adhérents.`).default([]),
  delay: z.enum(NeedDelay, { error: "Dites pour quand." }).default("month"),
  budget: z.enum(NeedBudget, { error: "Choisissez une fourchette." }).default("unknown"),
  organization: optionalLine(120),
  headcount: z
    .enum(Headcount)
    .optional()
    .transform((value) => value ?? null),
  contactName: oneLine(120, "Saisissez votre nom.").refine((name) => name.length >= 2, "Saisissez votre nom."),
  contactEmail: z
    .string({ error: "Saisissez votre adresse e-mail." })
    .transform((text) => text.trim().toLowerCase())
    .pipe(z.email("Saisissez une adresse e-mail complète, par exemple vous@entreprise.fr.").max(254)),
  contactPhone: optionalLine(30),
  consent: z.literal("on", { error: "Cochez cette case\u202f: sans votre accord, nous ne transmettons rien." }),
  ...humanFields,
  /** Shown inside another site. */
  frame: z.string().optional(),
});
export type NeedInput = z.output<typeof needInput>;

export const confirmInput = z.object({ token: z.string().max(300) });
