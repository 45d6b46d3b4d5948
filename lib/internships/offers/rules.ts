import type { HeadcountBracket } from "#lib/generated/prisma/enums";
import { type Day, dayOfColumn, formatDay } from "#lib/platform/dates";
import { count, formatEuros, formatNumber } from "#lib/platform/french";
import { fold } from "#lib/platform/slug";
import {
  certainPresence,
  freeFrom,
  HOURS_WITHOUT_STIPEND,
  type Hosted,
  internsAllowed,
  MOST_HOURS,
  MOST_PER_TUTOR,
  peakOf,
  possiblePresence,
  SHARE_OF_CEILING,
  SMALL_HOUSE,
  stipendOf,
} from "../law.ts";

/** What one rule of law says of an offer. A refusal keeps it from being published. */
export interface LawCheck {
  verdict: "ok" | "warning" | "refusal";
  words: string;
  source: string;
}

export interface Offer extends Hosted {
  hoursPresent: number;
  hourlyStipendCents: number | null;
  tutorName: string | null;
}

/** What the law also looks at: the house's size, its other published offers, and the one this goes on. */
export interface House {
  headcount: HeadcountBracket | null;
  others: (Hosted & { tutorName: string | null })[];
  previous: { endsOn: Day; weeks: number } | null;
}

/** The same with days instead of the database's midnights: what the rules of law count in. */
export function daysOf<Row extends { startsOn: Date; endsOn: Date }>(row: Row) {
  return { ...row, startsOn: dayOfColumn(row.startsOn), endsOn: dayOfColumn(row.endsOn) };
}

/** Whether something is left between brackets, as a skeleton leaves it for the structure to say. */
export function isUnfinished({ title, missions }: { title: string; missions: string }): boolean {
  return /\[[^\]]+\]/.test(`${title} ${missions}`);
}

/** Each limit of the code de l'éducation, applied to an offer and said in words with its article. */
export function lawChecks(offer: Offer, house: House): LawCheck[] {
  return [
    lengthCheck(offer),
    stipendCheck(offer),
    internsCheck(offer, house),
    tutorCheck(offer, house),
    ...(house.previous ? [waitingCheck(offer, house.previous)] : []),
  ];
}

function lengthCheck({ hoursPresent }: Offer): LawCheck {
  const source = "Code de l’éducation, art. L124-5 et D124-6";
  const limit = `${MOST_HOURS}\u00a0heures, six mois, par année d’études`;
  return hoursPresent > MOST_HOURS
    ? {
        verdict: "refusal",
        words: `${formatNumber(hoursPresent)} heures de présence\u202f: plus que ${limit}.`,
        source,
      }
    : { verdict: "ok", words: `${count(hoursPresent, "heure")} de présence\u202f: la limite est de ${limit}.`, source };
}

function stipendCheck({ hoursPresent, hourlyStipendCents, startsOn }: Offer): LawCheck {
  const source = "Code de l’éducation, art. L124-6, D124-6 et D124-8";
  const stipend = stipendOf({ hours: hoursPresent, offeredCents: hourlyStipendCents }, startsOn);
  if (!stipend.isDue) {
    const words = `La gratification n’est pas obligatoire jusqu’à ${HOURS_WITHOUT_STIPEND}\u00a0heures${hourlyStipendCents ? `\u202f: vous en proposez une de ${formatEuros(hourlyStipendCents)} l’heure` : ""}.`;
    return { verdict: "ok", words, source };
  }
  if (hourlyStipendCents !== null && hourlyStipendCents < stipend.minimumCents) {
    const words = `La gratification doit atteindre ${formatEuros(stipend.minimumCents)} par heure de présence.`;
    return { verdict: "refusal", words, source };
  }
  const total = formatEuros(stipend.hourlyCents * hoursPresent);
  const provisional = stipend.isProvisional
    ? " Le portail ne connaît pas encore le montant de l’année du stage\u202f: il s’applique s’il est plus élevé."
    : "";
  return {
    verdict: "ok",
    words: `Au-delà de ${HOURS_WITHOUT_STIPEND}\u00a0heures, la gratification est due dès la première\u202f: ${formatEuros(stipend.hourlyCents)} l’heure, ${formatEuros(stipend.monthlyCents)} pour un mois complet, ${total} pour le stage. Minimum légal\u202f: ${formatEuros(stipend.minimumCents)} (${SHARE_OF_CEILING}\u00a0% du plafond horaire de la Sécurité sociale, ${stipend.source}).${provisional}`,
    source,
  };
}

function internsCheck(offer: Offer, { headcount, others }: House): LawCheck {
  const source = "Code de l’éducation, art. L124-8 et R124-10";
  const { forSure, atMost } = internsAllowed(headcount);
  const all = [offer, ...others];
  const certain = peakOf(all.flatMap((hosted) => certainPresence(hosted) ?? []));
  const possible = peakOf(all.map(possiblePresence));
  const peak = `${count(Math.max(certain, possible), "stagiaire")} la même semaine, avec vos autres offres`;
  if (certain > atMost) {
    return { verdict: "refusal", words: `${peak}\u202f: votre effectif en permet ${atMost}.`, source };
  }
  if (possible <= forSure) {
    return { verdict: "ok", words: `${peak}\u202f: votre effectif en permet au moins ${forSure}.`, source };
  }
  const { below, interns, percentBeyond } = SMALL_HOUSE;
  const rule = `${interns} en dessous de ${below} personnes, ${percentBeyond}\u00a0% de l’effectif arrondis au-dessus à partir de ${below}`;
  const words = `${peak}\u202f: comptez, la loi en permet ${rule}.${headcount ? "" : " Dites l’effectif de votre structure pour que le portail compte."}`;
  return { verdict: "warning", words, source };
}

function tutorCheck({ tutorName, ...offer }: Offer, { others }: House): LawCheck {
  const source = "Code de l’éducation, art. L124-9 et R124-13";
  if (!tutorName) return { verdict: "warning", words: "Un tuteur est à nommer avant la convention.", source };
  const same = others.filter((other) => other.tutorName && fold(other.tutorName) === fold(tutorName));
  const peak = peakOf([offer, ...same].flatMap((hosted) => certainPresence(hosted) ?? []));
  return peak > MOST_PER_TUTOR
    ? {
        verdict: "refusal",
        words: `${tutorName} suivrait ${peak} stagiaires à la fois\u202f: ${MOST_PER_TUTOR} au plus.`,
        source,
      }
    : { verdict: "ok", words: `${tutorName} suit ${MOST_PER_TUTOR} stagiaires au plus à la fois.`, source };
}

function waitingCheck({ startsOn }: Offer, previous: { endsOn: Day; weeks: number }): LawCheck {
  const source = "Code de l’éducation, art. L124-11";
  const free = freeFrom(previous);
  const rule = "un tiers de la durée du stage précédent sépare deux stagiaires au même poste";
  return startsOn < free
    ? {
        verdict: "warning",
        words: `Le stage précédent peut finir le ${formatDay(previous.endsOn)}\u202f: ${rule}, soit pas avant le ${formatDay(free)}. Sans objet s’il n’a pas eu lieu, ou si le stagiaire est parti plus tôt de lui-même.`,
        source,
      }
    : { verdict: "ok", words: `Le délai est respecté\u202f: ${rule}.`, source };
}
