import type { AssemblyKind, ChoiceStance, Majority } from "#lib/generated/prisma/enums";
import { count } from "#lib/platform/french";
import type { Presence, Quorum } from "./rules.ts";

export const KIND_LABELS: Record<AssemblyKind, string> = {
  board: "Réunion du comité directeur",
  ordinary: "Assemblée générale ordinaire",
  extraordinary: "Assemblée générale extraordinaire",
};

export const MAJORITY_LABELS: Record<Majority, string> = {
  simple: "Majorité simple (plus de pour que de contre)",
  absolute: "Majorité absolue (plus de la moitié des votants)",
  two_thirds: "Deux tiers des suffrages exprimés",
};

export const STANCE_LABELS: Record<Exclude<ChoiceStance, "candidate">, string> = {
  for: "Pour",
  against: "Contre",
  abstention: "Abstention",
  blank: "Bulletin blanc",
};

export const PRESENCE_LABELS: Record<Presence, string> = {
  present: "présent",
  represented: "représenté",
  absent: "absent",
};

/** "12 présents, 3 représentés, sur 31 : le quorum (8) est atteint." */
export function quorumInWords({ present, represented, called, needed, isReached }: Quorum): string {
  const who = `${count(present, "présent")}, ${count(represented, "représenté")}, sur ${called}`;
  if (needed === 0) return `${who}\u202f: aucun quorum n’est demandé.`;
  return `${who}\u202f: le quorum (${needed}) ${isReached ? "est atteint" : "n’est pas atteint"}.`;
}
