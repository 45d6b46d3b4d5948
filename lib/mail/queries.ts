import "server-only";
import { getClub } from "#lib/club/queries";
import type { MailState } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

/** One line of the log of who was told what. */
export interface MailLine {
  id: string;
  kind: string;
  toAddress: string;
  subject: string;
  state: MailState;
  createdAt: Date;
  sentAt: Date | null;
  nextAttemptAt: Date;
  lastError: string | null;
}

const LINE = {
  id: true,
  kind: true,
  toAddress: true,
  subject: true,
  state: true,
  createdAt: true,
  sentAt: true,
  nextAttemptAt: true,
  lastError: true,
} as const;

const PER_PAGE = 50;

/** A page of the log, newest first, of all states or of one; from page 1. */
export async function listMail(
  actor: Actor,
  { state, page }: { state?: MailState; page: number },
  now: Date,
): Promise<{ items: MailLine[]; total: number; perPage: number }> {
  const where = { AND: [readable(actor, "Mail", now), state ? { state } : {}] };
  const [items, total] = await Promise.all([
    db().mail.findMany({
      where,
      select: LINE,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
    }),
    db().mail.count({ where }),
  ]);
  return { items, total, perPage: PER_PAGE };
}

/** The last hundred messages that nobody sends, newest first; null when this is no demonstration. */
export async function listKeptMail(): Promise<MailLine[] | null> {
  if (!(await getClub()).isDemonstration) return null;
  return db().mail.findMany({ where: { state: "kept" }, select: LINE, orderBy: { id: "desc" }, take: 100 });
}

/** One of them, whole; null when there is none, or no demonstration. */
export async function findKeptMail(id: string) {
  if (!(await getClub()).isDemonstration) return null;
  return db().mail.findFirst({
    where: { id, state: "kept" },
    select: {
      ...LINE,
      toName: true,
      text: true,
      html: true,
      calendar: true,
      attachments: { select: { filename: true } },
    },
  });
}
