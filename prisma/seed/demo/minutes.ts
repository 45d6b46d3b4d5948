import { writeReview, writeTodo } from "#lib/meetings/minutes/lines/rules";
import { escapeText } from "#lib/meetings/minutes/text/rules";
import { addDays, columnOfDay, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { ACCOUNTS } from "../cast.ts";
import { idOf } from "./identity.ts";
import type { Meetings, PastMeeting } from "./meetings/shape.ts";
import { personId } from "./people.ts";

/** What a past meeting left: its minutes, written by the lead of the cast, and what is still open. */
export function outcomeOf(past: PastMeeting, day: Day, today: Day) {
  const lead = personId("responsable@demo.example");
  return {
    minutes: {
      create: {
        body: bodyOf(past, today),
        publicPart: past.publicPart ?? "",
        version: 3,
        savedAt: fromParis(addDays(day, 1), "08:40"),
        savedById: lead,
        approvedAt: fromParis(addDays(day, 1), "08:45"),
        approvedById: lead,
        publishedAt: fromParis(addDays(day, 6), "09:00"),
      },
    },
    topics: { create: (past.reviews ?? []).map((text) => ({ text })) },
  };
}

/** What the cast took on at a past meeting. */
export function actionsOf(
  { commission }: { commission: { id: string } },
  { todos = [] }: PastMeeting,
  meetingId: string,
  day: Day,
  today: Day,
) {
  return todos.map(({ text, by, dueInDays, isDone }) => ({
    id: idOf("action", `${meetingId} ${text}`),
    meetingId,
    commissionId: commission.id,
    text,
    ownerId: personId(by),
    dueOn: columnOfDay(addDays(today, dueInDays)),
    takenOnAt: fromParis(addDays(day, 1), "08:45"),
    doneAt: isDone ? fromParis(addDays(today, dueInDays - 1), "11:00") : null,
    doneById: isDone ? personId(by) : null,
  }));
}

/** The agenda of the next meeting, with what a member proposes. */
export function nextAgenda(meetingId: string, next: Meetings["next"]) {
  if (!next) return [];
  const { items, proposal } = next;
  return [
    ...items.map(({ title, minutes, by }, index) => ({
      id: idOf("agenda item", `${meetingId} ${title}`),
      meetingId,
      position: index + 1,
      title,
      durationMinutes: minutes,
      ownerId: by ? personId(by) : null,
    })),
    {
      id: idOf("agenda item", `${meetingId} ${proposal.title}`),
      meetingId,
      position: items.length + 1,
      title: proposal.title,
      durationMinutes: 15,
      isProposal: true,
      proposedById: personId(proposal.by),
    },
  ];
}

const TAKEN_UP = { expectation: "Une astreinte partagée en août", item: "Astreinte partagée pendant l’été" };

/** One expectation went all the way: on an agenda, decided, taken on by somebody. */
export async function loadTakenUp(tx: Tx): Promise<void> {
  const expectationId = idOf("expectation", TAKEN_UP.expectation);
  await tx.agendaItem.updateMany({ where: { title: TAKEN_UP.item }, data: { expectationId } });
  await tx.decision.updateMany({ where: { title: "Astreinte partagée en août" }, data: { expectationId } });
  await tx.actionItem.updateMany({ where: { text: { contains: "règlement d’astreinte" } }, data: { expectationId } });
}

function bodyOf({ agenda, minutes, decisions, todos = [], reviews = [] }: PastMeeting, today: Day): string {
  const said = minutes.split("\n\n");
  const sections = agenda.map((title, index) => {
    const isLast = index === agenda.length - 1;
    const under = <T>(all: T[]) => (isLast ? all.slice(index) : all.slice(index, index + 1));
    return [
      `## ${index + 1}. ${escapeText(title)}`,
      ...under(said),
      ...under(decisions).map(
        ({ title: name, text, isPublic }) =>
          `décidé${isPublic ? " (public)" : ""}\u202f: ${escapeText(`${name}. ${text}`)}`,
      ),
    ].join("\n\n");
  });
  const left = [
    ...todos.map(({ text, by, dueInDays }) => writeTodo({ text, owner: nameOf(by), dueOn: addDays(today, dueInDays) })),
    ...reviews.map(writeReview),
  ];
  return [...sections, ...(left.length > 0 ? ["## Pour la suite", left.join("\n\n")] : [])].join("\n\n");
}

function nameOf(email: string): string {
  const account = ACCOUNTS.find((one) => one.email === email);
  if (!account) throw new Error(`nobody of the cast: ${email}`);
  return `${account.firstName} ${account.lastName}`;
}
