import type { ApplicationState } from "#lib/generated/prisma/enums";
import { addDays, type Day, dayOf } from "#lib/platform/dates";

/** The states in which an application waits for somebody: everything between its sending and its end. */
export const OPEN_STATES = ["received", "read", "interview", "offered"] as const satisfies ApplicationState[];

/** Those in which the company has not answered yet. */
export const SILENT_STATES = ["received", "read"] as const satisfies ApplicationState[];

/** From which the company may propose a place, or say no. */
export const ANSWERABLE_STATES = ["received", "read", "interview"] as const satisfies ApplicationState[];

/** The students' own limit: beyond, nobody writes with care. */
export const APPLICATIONS_A_DAY = { limit: 20, seconds: 24 * 60 * 60 };

/** After how many days without an answer the student may remind the company: once. */
const NUDGE_AFTER_DAYS = 10;

/** Fewer answers say nothing of a habit. */
export const ANSWERS_SHOWN_FROM = 3;

/** Months for which what ended is kept, to be able to explain it (CNIL, guide du recrutement); or as the student agreed. */
export const KEPT_MONTHS = 3;
export const KEPT_LONGER_MONTHS = 24;

/** Whether an application was sent and not answered for good. */
export function isOpen(state: ApplicationState): boolean {
  return OPEN_STATES.some((open) => open === state);
}

/** Whether the company may still propose a place, or say no. */
export function isAnswerable(state: ApplicationState): boolean {
  return ANSWERABLE_STATES.some((answerable) => answerable === state);
}

/**
 * The first day on which a student may remind the company; null when they may not. After an interview, or when no
 * moment for one is to come, the company owes an answer as before.
 */
export function nudgeFrom(
  {
    state,
    sentAt,
    nudgedAt,
    slots,
  }: { state: ApplicationState; sentAt: Date | null; nudgedAt: Date | null; slots: { endsAt: Date }[] },
  now: Date,
): Day | null {
  const isSilent =
    SILENT_STATES.some((silent) => silent === state) ||
    (state === "interview" && !slots.some(({ endsAt }) => endsAt > now));
  return isSilent && sentAt && !nudgedAt ? addDays(dayOf(sentAt), NUDGE_AFTER_DAYS) : null;
}

/** What a refusal may name, between braces in its words. */
export interface RefusalNames {
  firstName: string;
  title: string;
  structure: string;
}

export const DEFAULT_REFUSAL = `Bonjour {prénom},

Merci d’avoir pris le temps de candidater à «\u202f{stage}\u202f». Nous avons lu votre dossier avec attention, et retenu une autre candidature, plus proche de ce que nous cherchions cette année.

Cela ne dit rien de votre valeur\u202f: d’autres entreprises du club accueillent des stagiaires, et nous vous souhaitons de trouver vite.

{entreprise}`;

/** The words of a refusal for one student. */
export function refusalFor(template: string, { firstName, title, structure }: RefusalNames): string {
  return template
    .replaceAll(/\{pr[ée]nom\}/gi, () => firstName)
    .replaceAll(/\{stage\}/gi, () => title)
    .replaceAll(/\{entreprise\}/gi, () => structure);
}
