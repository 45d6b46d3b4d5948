import type { OwnStructure, PersonActor } from "#lib/policy/actor";

/** In the name of which school a person acts: the one they act for, or their first; null: none. */
export function schoolOf({ actingFor, structures }: PersonActor): OwnStructure | null {
  const isSchool = (structure: OwnStructure | null | undefined) => structure?.isSchool && structure.isActive;
  return (isSchool(actingFor) ? actingFor : structures.find(isSchool)) ?? null;
}

/** Where a student of a school stands. */
export const STAGES = ["searching", "applied", "talking", "placed"] as const;
export type Stage = (typeof STAGES)[number];
