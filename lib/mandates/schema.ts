import { z } from "zod";
import { MandateFunction } from "#lib/generated/prisma/enums";
import { day } from "#lib/platform/fields";

/** A function, with its commission when it is one of a commission: "president", "lead:gestion". */
export interface Office {
  function: MandateFunction;
  commission: string | null;
}

const office = z.string("Choisissez une fonction.").transform((text, context): Office => {
  const [held = "", commission = null] = text.split(":");
  if (isFunction(held) && (commission !== null) === isOfCommission(held)) return { function: held, commission };
  context.addIssue({ code: "custom", message: "Choisissez une fonction de la liste." });
  return z.NEVER;
});

/** How a form names an office. */
export function writeOffice({ function: held, commission }: Office): string {
  return commission ? `${held}:${commission}` : held;
}

function isOfCommission(held: MandateFunction): boolean {
  return held === "lead" || held === "deputy";
}

function isFunction(text: string): text is MandateFunction {
  return Object.hasOwn(MandateFunction, text);
}

const inOrder = {
  error: "Le mandat finit avant d’avoir commencé.",
  path: ["endsOn"],
};

/** Somebody is appointed; in the place of `succeeds`, whose mandate then ends the day before. */
export const appointInput = z
  .object({
    personId: z.uuid("Choisissez une personne."),
    office,
    startsOn: day({ missing: "Donnez le premier jour du mandat." }),
    /** Its last day, included; none: until replaced. */
    endsOn: day({ missing: "Donnez une date, ou laissez vide." }).optional(),
    succeeds: z.uuid().optional(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === undefined || endsOn >= startsOn, inOrder);
export type AppointInput = z.output<typeof appointInput>;

export const endInput = z.object({
  id: z.uuid(),
  endsOn: day({ missing: "Donnez le dernier jour du mandat." }),
  /** The board knows that nobody presides after it. */
  confirmed: z.boolean().default(false),
});

export const renewInput = z.object({
  id: z.uuid(),
  endsOn: day({ missing: "Donnez le dernier jour du nouveau mandat." }),
});

export const withdrawInput = z.object({ id: z.uuid() });
