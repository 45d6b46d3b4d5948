import type { SkillExchangeDirection, SkillExchangeKind } from "#lib/generated/prisma/enums";
import type { ExchangeState } from "./rules.ts";

export const DIRECTION_LABELS: Record<SkillExchangeDirection, string> = {
  offer: "Je propose",
  request: "Je cherche",
};

/** Of somebody else. */
export const DIRECTION_VERBS: Record<SkillExchangeDirection, string> = { offer: "propose", request: "cherche" };

export const KIND_LABELS: Record<SkillExchangeKind, string> = {
  advice: "Un conseil",
  training: "Une formation",
  equipment: "Du matériel prêté",
  overflow: "Un surcroît de travail",
  references: "Des références",
};

export const STATE_LABELS: Record<ExchangeState, string> = {
  open: "Ouverte",
  in_talk: "En discussion",
  expired: "Expirée",
  done: "Faite",
  not_done: "Close, sans suite",
};
