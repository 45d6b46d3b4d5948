import "server-only";
import type { MailState } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";

const PER_PAGE = 30;

/** Messages of the board, the last first; a page of them, from 1. */
export async function listCampaigns(actor: Actor, page: number, now: Date) {
  const where = readable(actor, "Campaign", now);
  const [items, total] = await Promise.all([
    db().campaign.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: {
        id: true,
        kind: true,
        subject: true,
        createdAt: true,
        sentAt: true,
        author: { select: { firstName: true, lastName: true } },
        _count: { select: { recipients: true } },
      },
    }),
    db().campaign.count({ where }),
  ]);
  return { items, total, perPage: PER_PAGE };
}

/** One of them, whole; null when there is none, or it is not for `actor`. */
export type CampaignView = NonNullable<Awaited<ReturnType<typeof findCampaign>>>;

/** With its recipients' number and, once it was sent, how many of its mails are in each state. */
export async function findCampaign(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const campaign = await db().campaign.findFirst({
    where: { AND: [{ id }, readable(actor, "Campaign", now)] },
    select: {
      id: true,
      kind: true,
      subject: true,
      body: true,
      audience: true,
      sentAt: true,
      _count: { select: { recipients: true } },
    },
  });
  if (!campaign) return null;
  const states = campaign.sentAt ? await countStates(id) : new Map<MailState, number>();
  const { _count, ...view } = campaign;
  return { ...view, recipients: _count.recipients, states };
}

async function countStates(id: string): Promise<Map<MailState, number>> {
  const rows = await db().mail.groupBy({
    by: ["state"],
    where: { subjectKind: "Campaign", subjectId: id, kind: "campaign" },
    _count: true,
  });
  return new Map(rows.map(({ state, _count }) => [state, _count]));
}
