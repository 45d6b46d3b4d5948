import type { Intention, SubjectName } from "../ability.ts";

/** The cast of the demonstration, and somebody who is not signed in. */
export const ROLES = [
  "visitor",
  "president",
  "treasurer",
  "lead",
  "formerLead",
  "member",
  "colleague",
  "rival",
  "student",
  "school",
  "admin",
] as const;
export type Role = (typeof ROLES)[number];

/** What a door asks of the policy. `everybody`: the same answer for all, whoever asks, with the reason why. */
export type Demand = { intention: Intention; subject: SubjectName } | { everybody: string };

/** One domain's part of the permission table. */
export interface DomainMatrix {
  /** Each query, command, action and route, as "file#export". */
  doors: Record<string, Demand>;
  /** Who may do what to at least one subject. */
  expected: { intention: Intention; subject: SubjectName; roles: readonly Role[] }[];
}

/** The door asks whether the actor may read at least one subject of the kind. */
export const read = (subject: SubjectName): Demand => ({ intention: "read", subject });
/** The door is open to all, and why that is right. */
export const everybody = (why: string): Demand => ({ everybody: why });
/** The door is open to all, because what it shows is what any visitor would be shown. */
export const publicData = everybody("calls its query as a visitor, whoever asks");

/** The whole cast, visitor included. */
export const everyone: readonly Role[] = [...ROLES];
/** Everybody of the cast who has an account. */
export const signedIn = ROLES.filter((role) => role !== "visitor");
/** The cast of the board. */
export const board: Role[] = ["president", "treasurer"];
/** Everybody of the cast who belongs to an active structure. */
export const withStructure = signedIn.filter((role) => role !== "student" && role !== "admin");
/** Those who also decide who speaks for their structure; the board does where no référent is left. */
export const referents: Role[] = [...board, "member", "rival", "school"];
