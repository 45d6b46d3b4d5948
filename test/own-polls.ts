import { openPoll } from "#lib/meetings/polls/commands";
import { findPollAsLead } from "#lib/meetings/polls/queries";
import type { PollInput } from "#lib/meetings/polls/schema";
import type { addCommission } from "./own-commissions.ts";

type Own = Awaited<ReturnType<typeof addCommission>>;

/** When the tests' polls are opened, and two days later. */
export const OPENED = new Date("2026-11-24T10:00:00Z");
export const LATER = new Date("2026-11-26T10:00:00Z");

/** What is typed to look for a date of this commission in January 2027. */
export function pollInputOf(own: Own, more: Partial<PollInput> = {}): PollInput {
  return {
    commission: own.commission.slug,
    title: "Réunion",
    description: "",
    durationMinutes: 120,
    deadline: "2026-12-01",
    format: "in_person",
    slots: ["2027-01-14T18:00", "2027-01-12T18:00", "2027-01-19T12:15"],
    keyPeople: [],
    ...more,
  };
}

/** A poll opened by the lead, its dates in order. */
export async function addPoll(own: Own, more: Partial<PollInput> = {}) {
  const { id } = await openPoll(own.lead.actor, pollInputOf(own, more), OPENED);
  const poll = await findPollAsLead(own.lead.actor, id, OPENED);
  if (!poll) throw new Error("no poll");
  const [first, second, third] = poll.slots.map((slot) => slot.id);
  return { id, poll, first: first ?? "", second: second ?? "", third: third ?? "" };
}

type Choice = "yes" | "if_need_be" | "no";

/** Answers by date, as they are sent. */
export function answersOf(choices: Record<string, Choice>) {
  return Object.entries(choices).map(([slotId, choice]) => ({ slotId, choice }));
}
