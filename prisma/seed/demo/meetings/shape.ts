/** A meeting that took place, with what came of it. */
export interface PastMeeting {
  daysAgo: number;
  agenda: string[];
  /** A paragraph for each item of the agenda; what is left stands under the last. */
  minutes: string;
  decisions: { title: string; text: string; isPublic: boolean }[];
  /** Who of the cast took what on; `isDone`: it is done since. */
  todos?: { text: string; by: string; dueInDays: number; isDone?: true }[];
  /** What was left to come back to. */
  reviews?: string[];
  /** What the public may read of it. */
  publicPart?: string;
}

/** What a commission did, latest first, and how many days from now it meets again. */
export interface Meetings {
  /** ISO weekday on which it meets (1: Monday): no two commissions want a room on the same evening. */
  weekday: number;
  from: string;
  to: string;
  room: "A" | "B";
  coming: number[];
  /** The agenda of the first of them, with what a member proposes for it. */
  next?: { items: { title: string; minutes: number; by?: string }[]; proposal: { title: string; by: string } };
  past: PastMeeting[];
}
