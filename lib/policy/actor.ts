import type { AffiliationRole, MandateFunction } from "#lib/generated/prisma/enums";

/** A board function, as opposed to the mandates of a commission. */
export type BoardFunction = Exclude<MandateFunction, "lead" | "deputy">;

/** A structure somebody belongs to today. */
export interface OwnStructure {
  id: string;
  slug: string;
  name: string;
  isSchool: boolean;
  isActive: boolean;
  role: AffiliationRole;
}

/** A consortium that one of their structures sits in, and as what. */
export interface OwnConsortium {
  id: string;
  structureId: string;
  isLead: boolean;
}

/** Someone signed in, with the rights of today: read from the database at each request. */
export interface PersonActor {
  kind: "person";
  personId: string;
  sessionId: string;
  name: string;
  email: string;
  structures: OwnStructure[];
  /** In whose name they act now: one of `structures`; null when they have none. */
  actingFor: OwnStructure | null;
  /** Those of their active structures. */
  consortia: OwnConsortium[];
  /** Ids of consortia of others where they were invited in by name, to read. */
  consortiaVisited: string[];
  commissionsLed: { id: string; slug: string; name: string; function: "lead" | "deputy" }[];
  boardFunctions: BoardFunction[];
  isAdministrator: boolean;
  /** Board or administration, without the second factor they need: those rights wait for it, and are not listed here. */
  owesSecondFactor: boolean;
  isStudent: boolean;
  /** The school that follows them as a student; null: none. */
  schoolId: string | null;
  /** The tenders for which a structure of theirs raised its hand: they see the other hands raised there. */
  raisedHands: string[];
}

/** Who asks. Every query and command takes one; nothing is read from the surroundings. */
export type Actor = { kind: "visitor" } | PersonActor | { kind: "system" };

/** Anybody on the public pages, signed in or not: what they show never depends on the person. */
export const visitor: Actor = { kind: "visitor" };

/** The portal itself: the command line, jobs, the seed. */
export const system: Actor = { kind: "system" };

/** Who of the club stands behind it: null for a visitor and for the portal itself. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}
