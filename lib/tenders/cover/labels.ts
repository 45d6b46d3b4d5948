import type { HeadcountBracket } from "#lib/generated/prisma/enums";
import { count } from "#lib/platform/french";
import { KIND_LABELS } from "#lib/structures/labels";
import type { MemberFacts } from "./rules.ts";

const HEADCOUNT_WORDS: Record<HeadcountBracket, string> = {
  up_to_2: "une ou deux personnes",
  up_to_9: "moins de dix personnes",
  up_to_19: "dix à dix-neuf personnes",
  up_to_49: "vingt à quarante-neuf personnes",
  over_49: "cinquante personnes ou plus",
};

/** What put a member there rather than another as able: the facts of `costOf`, in words. */
export function reasonsOf({
  km,
  headcount,
  kind,
  hasWorkedWithUs,
  hasRaisedHand,
}: Omit<MemberFacts, "isSameKind">): string[] {
  return [
    ...(hasRaisedHand ? ["main levée"] : []),
    ...(hasWorkedWithUs ? ["déjà à vos côtés dans un groupement"] : []),
    KIND_LABELS[kind].toLowerCase(),
    ...(km === null ? [] : [km < 1 ? "sur place" : `à ${count(Math.round(km), "kilomètre")}`]),
    ...(headcount ? [HEADCOUNT_WORDS[headcount]] : []),
  ];
}
