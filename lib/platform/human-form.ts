import type { z } from "zod";
import { Refusal } from "./errors.ts";
import { handed, oneLine } from "./fields.ts";
import { readSignedToken, signedToken } from "./tokens.ts";

/** The least time that a person takes over a form for strangers, in milliseconds: a machine fills it in less. */
export const HUMAN_PACE = 3_000;

/** Nobody keeps a page open for longer: an instant that was signed once serves no machine for ever. */
const LONGEST_PACE = 86_400_000;

const OPENED = "human-form";

/** What the refusal of a machine is called. */
export const NOT_BY_A_PERSON = "not_by_a_person";

/** What `HumanFields` adds to every form that strangers may send. */
export const humanFields = {
  /** A trap: people never see it. */
  fax: oneLine({ most: 300 }).optional(),
  /** When the form was shown, signed. */
  opened: handed({ most: 300 }).default(""),
};
export type HumanInput = z.output<z.ZodObject<typeof humanFields>>;

/** The instant at which a form is shown, so that nobody can make one up. */
export function openedToken(now: Date): string {
  return signedToken(OPENED, String(now.getTime()));
}

/**
 * Holds off what no person sent. Said rather than passed over in silence: browsers fill hidden fields too, and
 * a person must hear that nothing left.
 *
 * @throws Refusal `not_by_a_person`
 */
export function mustBeHuman({ fax, opened }: HumanInput, now: Date): void {
  const elapsed = now.getTime() - Number(readSignedToken(OPENED, opened) ?? Number.NaN);
  if (!fax && elapsed >= HUMAN_PACE && elapsed < LONGEST_PACE) return;
  throw new Refusal(
    NOT_BY_A_PERSON,
    "Cet envoi ressemble à celui d’une machine\u202f: relisez votre saisie quelques secondes, puis renvoyez-la.",
  );
}
