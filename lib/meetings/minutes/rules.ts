import type { EventKind } from "#lib/generated/prisma/enums";
import type { Day } from "#lib/platform/dates";
import { writeReview, writeTodo } from "./lines/rules.ts";
import { escapeText } from "./text/rules.ts";

/** How long those who were there may ask for corrections, from approval to publication, in days. */
export const CORRECTION_DAYS = 5;
/** How long a correction that nobody answers may hold publication back, in days from approval. */
export const HELD_DAYS = 15;
/** A meeting held so long ago has minutes, or the board asks for them, in days. */
export const MINUTES_DAYS = 14;

export type MinutesState = "draft" | "approved" | "published";

/** Where minutes stand, by the two instants that say it. */
export function stateOf({
  approvedAt,
  publishedAt,
}: {
  approvedAt: Date | null;
  publishedAt: Date | null;
}): MinutesState {
  if (publishedAt) return "published";
  return approvedAt ? "approved" : "draft";
}

/** Until when corrections may be asked for. */
export function correctionsUntil(approvedAt: Date): Date {
  return new Date(approvedAt.getTime() + CORRECTION_DAYS * 86_400_000);
}

/** The code of a body in the numbers of its decisions: "INF" for infrastructures-reseaux, "CD" for the board, "AG". */
export function codeOf({ kind, commission }: { kind: EventKind; commission: { slug: string } | null }): string {
  if (!commission) return kind === "general_assembly" ? "AG" : "CD";
  return `${commission.slug
    .replace(/[^a-z]/g, "")
    .slice(0, 3)
    .toUpperCase()}XX`.slice(0, 3);
}

export interface DraftMatter {
  items: { title: string; owner: string | null }[];
  /** What the last meetings left open. */
  topics: string[];
  actions: { text: string; owner: string; dueOn: Day }[];
}

/** What minutes begin with: a section for each item, what is carried over, in lines that will be read back. */
export function draftOf({ items, topics, actions }: DraftMatter): string {
  const sections = items.map(({ title, owner }, index) => {
    const heading = `## ${index + 1}. ${escapeText(title)}`;
    return owner ? `${heading}\n\nPrésenté par ${escapeText(owner)}.` : heading;
  });
  const left = [
    ...(topics.length > 0 ? ["## Points laissés ouverts", topics.map(writeReview).join("\n")] : []),
    ...(actions.length > 0 ? ["## Actions en cours", actions.map(writeTodo).join("\n")] : []),
  ];
  return `${[...sections, ...left].join("\n\n\n")}\n`;
}
