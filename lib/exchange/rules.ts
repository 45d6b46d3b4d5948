import type { SkillExchangeDirection, SkillExchangeKind } from "#lib/generated/prisma/enums";
import { formatList } from "#lib/platform/french";
import { DIRECTION_VERBS } from "./labels.ts";

/** How long an exchange waits for answers, and what putting it off adds. */
export const LIFE_DAYS = 90;
/** Days before its end on which its owner is told. */
export const WARNED_DAYS = 7;
/** What one structure may have open at once. */
export const MOST_OPEN = 20;

export type ExchangeState = "open" | "in_talk" | "expired" | "done" | "not_done";

/** Where an exchange stands: its end, else whether it still waits, else whether somebody answered. */
export function stateOf(
  { closing, expiresAt, talks }: { closing: { talkId: string | null } | null; expiresAt: Date; talks: number },
  now: Date,
): ExchangeState {
  if (closing) return closing.talkId ? "done" : "not_done";
  if (expiresAt <= now) return "expired";
  return talks > 0 ? "in_talk" : "open";
}

/** An exchange, as far as matching goes. */
export interface Matchable {
  id: string;
  direction: SkillExchangeDirection;
  kind: SkillExchangeKind;
  title: string;
  structure: { name: string; city: string | null };
  skills: { slug: string; label: string }[];
}

export interface Match<Other extends Matchable = Matchable> {
  /** The one of whoever looks. */
  mine: Matchable;
  other: Other;
  /** Why, in words: the very reasons that ranked it. */
  reasons: string[];
}

/** What each thing in common is worth: a shared skill is what a match is made of. */
const WORTH = { skill: 3, kind: 2, city: 1 };

/** Of `others`, those that meet `mine` (an offer meets a search, over at least one skill), best first, each with why. */
export function matchesOf<Other extends Matchable>(mine: Matchable, others: Other[]): Match<Other>[] {
  return others
    .flatMap((other) => {
      if (other.direction === mine.direction || other.structure.name === mine.structure.name) return [];
      const shared = other.skills.filter(({ slug }) => mine.skills.some((skill) => skill.slug === slug));
      if (shared.length === 0) return [];
      const isSameKind = other.kind === mine.kind;
      const isSameCity = other.structure.city !== null && other.structure.city === mine.structure.city;
      const reasons = [
        `${other.structure.name} ${DIRECTION_VERBS[other.direction]} ce que vous ${mine.direction === "offer" ? "proposez" : "cherchez"}\u202f: ${formatList(shared.map(({ label }) => label))}`,
        ...(isSameKind ? ["le même genre d’échange"] : []),
        ...(isSameCity ? [`à ${other.structure.city} comme vous`] : []),
      ];
      const worth = shared.length * WORTH.skill + (isSameKind ? WORTH.kind : 0) + (isSameCity ? WORTH.city : 0);
      return [{ mine, other, reasons, worth }];
    })
    .sort((a, b) => b.worth - a.worth || (a.other.id < b.other.id ? 1 : -1))
    .map(({ worth: _worth, ...match }) => match);
}
