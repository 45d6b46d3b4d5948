import { publicHolidayOn } from "#lib/calendar/public-holidays";
import type { TenderProcedure } from "#lib/generated/prisma/enums";
import { addDays, type Day, daysBetween, weekdayOf } from "#lib/platform/dates";

/** A line of the plan: what, how many days before the deadline, and whether each member has its own. */
interface Step {
  title: string;
  daysBefore: number;
  who: "lead" | "each";
  /** The procedures in which it makes sense; all of them when it does not say. */
  only?: TenderProcedure[];
}

const FORMAL: TenderProcedure[] = ["open", "restricted", "negotiated", "other"];
/** Where an offer comes with the application; a restricted procedure asks for it later, of those it keeps. */
const WITH_OFFER: TenderProcedure[] = ["open", "adapted", "negotiated", "other"];

/** Counted back from the deadline: the durations are advice, each can be changed. */
const PLAN: Step[] = [
  { title: "Lire le règlement de la consultation et lister les pièces demandées", daysBefore: 21, who: "lead" },
  { title: "Mémoire technique\u202f: plan, et qui écrit quoi", daysBefore: 16, who: "lead", only: WITH_OFFER },
  { title: "Poser les questions à l’acheteur", daysBefore: 14, who: "lead" },
  { title: "DUME, si l’acheteur le préfère aux DC1 et DC2", daysBefore: 11, who: "lead", only: FORMAL },
  { title: "DC1\u202f: lettre de candidature et désignation du mandataire", daysBefore: 10, who: "lead" },
  { title: "DC2\u202f: déclaration du candidat", daysBefore: 10, who: "each" },
  { title: "Lettre de mandat signée", daysBefore: 10, who: "each" },
  { title: "Attestations, assurances et références à jour", daysBefore: 9, who: "each" },
  { title: "Mémoire technique\u202f: version complète", daysBefore: 6, who: "lead", only: WITH_OFFER },
  { title: "Prix de vos parts", daysBefore: 5, who: "each", only: WITH_OFFER },
  { title: "Prix figés, bordereaux remplis", daysBefore: 4, who: "lead", only: WITH_OFFER },
  { title: "Acte d’engagement et tableau des parts", daysBefore: 3, who: "lead", only: WITH_OFFER },
  { title: "Relecture de toutes les pièces", daysBefore: 3, who: "lead" },
  { title: "Signature électronique", daysBefore: 2, who: "lead" },
  { title: "Dépôt sur le profil d’acheteur, jamais à la dernière heure", daysBefore: 1, who: "lead" },
];

/** What a member has to do in a procedure; the mandatary, also what is everybody's. */
export function planOf(procedure: TenderProcedure, { isLead }: { isLead: boolean }) {
  return PLAN.filter(({ only, who }) => (!only || only.includes(procedure)) && (isLead || who === "each")).map(
    ({ title, daysBefore }) => ({ title, daysBefore }),
  );
}

/** The day of a task: wherever the deadline moves, what is counted back from it moves along. */
export function dueDay(
  task: { daysBefore: number | null; dueOn: Day | null },
  { deadline, openedOn }: { deadline: Day; openedOn: Day },
): Day {
  if (task.daysBefore === null) return task.dueOn ?? deadline;
  const day = lastWorkingDay(addDays(deadline, -task.daysBefore));
  // What should have begun before there was a consortium begins with it, but never after the deadline.
  if (day >= openedOn) return day;
  return openedOn < deadline ? openedOn : deadline;
}

/** The day itself, or the working day before it. */
function lastWorkingDay(day: Day): Day {
  return weekdayOf(day) > 5 || publicHolidayOn(day) ? lastWorkingDay(addDays(day, -1)) : day;
}

/** How many days ahead somebody is reminded. */
const SOON_DAYS = 2;

/** What a reminder would say today; null: nothing. */
export function reminderStage(due: Day, today: Day): "soon" | "late" | null {
  const left = daysBetween(today, due);
  if (left < 0) return "late";
  return left <= SOON_DAYS ? "soon" : null;
}
