import { announceDeadlines, announceWithdrawals, remindOfTasks } from "../../lib/consortia/reminders/commands.ts";
import { pursueLateFees } from "../../lib/dues/reminders/commands.ts";
import { remindRegistrants, thankVisitors } from "../../lib/events/registrations/reminders/commands.ts";
import { warnOfExpiry } from "../../lib/exchange/commands.ts";
import { remindOfUnanswered } from "../../lib/expectations/syntheses/commands.ts";
import { tellNewOffers } from "../../lib/internships/alerts/commands.ts";
import { eraseOldInternshipApplications } from "../../lib/internships/applications/erasure/commands.ts";
import { answerForSilent, countAnswers } from "../../lib/internships/applications/promise/commands.ts";
import { deliverDueMail, type MailServer } from "../../lib/mail/delivery.ts";
import { remindOfEnds } from "../../lib/mandates/reminders/commands.ts";
import { sendActionReminders } from "../../lib/meetings/follow-up/commands.ts";
import { sendMeetingReminders } from "../../lib/meetings/invitations/commands.ts";
import { publishDueMinutes } from "../../lib/meetings/minutes/publication/commands.ts";
import { closeDuePolls } from "../../lib/meetings/polls/outcome/commands.ts";
import { eraseOldMembershipApplications } from "../../lib/membership/applications/commands.ts";
import { askSatisfaction, passOnSilent } from "../../lib/needs/carrying/commands.ts";
import { sendDigests } from "../../lib/notices/commands.ts";
import { remindOfCertificates } from "../../lib/papers/commands.ts";
import { forgetSignIns } from "../../lib/people/sessions/commands.ts";
import { system } from "../../lib/policy/actor.ts";
import { applyRetention } from "../../lib/privacy/commands.ts";
import { removeDiscardedFiles } from "../../lib/students/cv/commands.ts";
import { importBoamp } from "../../lib/tenders/boamp/commands.ts";
import { boampSource } from "../../lib/tenders/boamp/open-data.ts";

export interface Job {
  /** Its queue in pg-boss. */
  name: string;
  /** When, in the club's own time. */
  cron: string;
  /** Harmless when run twice, or again after having been cut: what is done is told by the database. */
  run: (context: { now: Date; mail: MailServer | null }) => Promise<unknown>;
}

/** What happens without anybody asking. Each run is made by one process, however many there are. */
export const JOBS: Job[] = [
  // All day long. A new message wakes its sender by itself: this is for those that failed, and for what was missed.
  { name: "deliver-mail", cron: "* * * * *", run: ({ mail }) => deliverDueMail(mail, () => new Date()) },
  { name: "close-due-polls", cron: "* * * * *", run: ({ now }) => closeDuePolls(system, now) },
  { name: "remove-discarded-files", cron: "*/5 * * * *", run: ({ now }) => removeDiscardedFiles(system, now) },
  // Each hour. Answers to needs are due at 18:00; who is asked next reads it the same evening.
  { name: "pass-on-needs", cron: "5 * * * *", run: ({ now }) => passOnSilent(system, now) },
  // Before the digests, which tell of them.
  { name: "publish-minutes", cron: "20 * * * *", run: ({ now }) => publishDueMinutes(system, now) },
  { name: "announce-deadlines", cron: "25 * * * *", run: ({ now }) => announceDeadlines(system, now) },
  { name: "announce-withdrawals", cron: "35 * * * *", run: ({ now }) => announceWithdrawals(system, now) },
  // At hours when people read.
  { name: "remind-of-meetings", cron: "*/10 7-20 * * *", run: ({ now }) => sendMeetingReminders(system, now) },
  { name: "remind-registrants", cron: "*/10 7-20 * * *", run: ({ now }) => remindRegistrants(system, now) },
  // Then once a day, by the hour: what is erased and counted in the night.
  { name: "forget-sign-ins", cron: "40 3 * * *", run: ({ now }) => forgetSignIns(system, now) },
  {
    name: "erase-applications",
    cron: "40 3 * * *",
    run: ({ now }) => eraseOldMembershipApplications(system, now),
  },
  { name: "count-answers", cron: "50 3 * * *", run: ({ now }) => countAnswers(system, now) },
  {
    name: "erase-internship-applications",
    cron: "55 3 * * *",
    run: ({ now }) => eraseOldInternshipApplications(system, now),
  },
  { name: "apply-retention", cron: "15 4 * * *", run: ({ now }) => applyRetention(system, now) },
  // Its day is published in the night; the digests of half past seven carry what is found.
  { name: "import-boamp", cron: "45 5,13 * * *", run: ({ now }) => readBoamp(now) },
  // Before the digests, which carry these notices.
  { name: "remind-of-unanswered", cron: "0 6 * * *", run: ({ now }) => remindOfUnanswered(system, now) },
  { name: "warn-of-expiry", cron: "10 6 * * *", run: ({ now }) => warnOfExpiry(system, now) },
  // Before the working day; the weekly ones on Monday.
  { name: "send-digests", cron: "30 7 * * *", run: ({ now }) => sendDigests(system, now) },
  { name: "tell-new-internships", cron: "40 7 * * *", run: ({ now }) => tellNewOffers(system, now) },
  { name: "remind-of-actions", cron: "50 7 * * *", run: ({ now }) => sendActionReminders(system, now) },
  { name: "remind-of-tasks", cron: "10 8 * * *", run: ({ now }) => remindOfTasks(system, now) },
  { name: "pursue-late-fees", cron: "15 8 * * *", run: ({ now }) => pursueLateFees(system, now) },
  { name: "remind-of-mandates", cron: "20 8 * * *", run: ({ now }) => remindOfEnds(system, now) },
  { name: "remind-of-certificates", cron: "25 8 * * *", run: ({ now }) => remindOfCertificates(system, now) },
  { name: "rate-needs", cron: "0 9 * * *", run: ({ now }) => askSatisfaction(system, now) },
  { name: "thank-visitors", cron: "30 9 * * *", run: ({ now }) => thankVisitors(system, now) },
  // Companies have the whole of the promised day.
  { name: "answer-for-silent", cron: "0 18 * * *", run: ({ now }) => answerForSilent(system, now) },
];

/** Only where an address is set: a portal asks nobody anything that its operator did not choose. */
async function readBoamp(now: Date): Promise<void> {
  if (process.env.BOAMP_URL) await importBoamp(system, { source: boampSource(process.env) }, now);
}
