import type { InternshipLevel } from "#lib/generated/prisma/enums";

/** An offer of the demonstration; its host is the `nth` active structure of the commission. */
export interface DemoOffer {
  title: string;
  commission: string;
  nth: number;
  levels: InternshipLevel[];
  curricula?: string[];
  tutorRole?: string;
  missions: string;
  skills: string[];
  startsInDays: number;
  weeks: number;
  /** How many days the period is longer than the internship. */
  slackDays?: number;
  applyInDays: number;
  places?: number;
  remotePercent?: number;
  hourlyStipendCents?: number;
  isClosed?: boolean;
  isDraft?: boolean;
  /** Shown first to the demonstration's school, for that many days. */
  firstSchoolDays?: number;
}
