/** A meeting that took place, with what came of it. */
export interface PastMeeting {
  daysAgo: number;
  agenda: string[];
  minutes: string;
  decisions: { title: string; text: string; isPublic: boolean }[];
}

/** What a commission did, latest first, and how many days from now it meets again. */
export interface Meetings {
  /** ISO weekday on which it meets (1: Monday): no two commissions want a room on the same evening. */
  weekday: number;
  from: string;
  to: string;
  room: "A" | "B";
  coming: number[];
  past: PastMeeting[];
}
