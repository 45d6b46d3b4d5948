import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import type { EventKind, InvitationReply, MeetingFormat } from "#lib/generated/prisma/enums";
import { fullName } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { LINKS } from "../rules.ts";

const SHOWN = {
  id: true,
  reply: true,
  personId: true,
  representedById: true,
  person: { select: { firstName: true, lastName: true } },
  meeting: {
    select: {
      agendaItems: { where: { isProposal: false }, orderBy: { position: "asc" }, take: 40, select: { title: true } },
      invitations: {
        orderBy: [{ person: { lastName: "asc" } }, { id: "asc" }],
        take: 500,
        select: { personId: true, person: { select: { firstName: true, lastName: true } } },
      },
      format: true,
      videoUrl: true,
      event: {
        select: {
          slug: true,
          kind: true,
          title: true,
          description: true,
          startsAt: true,
          endsAt: true,
          place: true,
          commission: { select: { slug: true, name: true } },
          cancellation: { select: { reason: true } },
        },
      },
    },
  },
} as const satisfies Prisma.MeetingInvitationSelect;

/** A call to a meeting, as the one who is called sees it. */
export interface InvitationView {
  id: string;
  name: string;
  reply: InvitationReply | null;
  format: MeetingFormat;
  videoUrl: string | null;
  agenda: string[];
  /** Those called besides them: one of them may speak for them. */
  others: { id: string; name: string }[];
  representedById: string | null;
  event: {
    slug: string;
    kind: EventKind;
    title: string;
    description: string;
    startsAt: Date;
    endsAt: Date;
    place: string | null;
    commission: { slug: string; name: string } | null;
    cancellation: { reason: string } | null;
  };
}

/** The invitation behind the link of a mail; null when the link is altered or the call was taken back. */
export async function findInvitationByLink(token: string): Promise<InvitationView | null> {
  const id = readSignedToken(LINKS.meeting, token);
  if (!id || !isUuid(id)) return null;
  const row = await db().meetingInvitation.findUnique({
    relationLoadStrategy: "join",
    where: { id, person: { suspension: { is: null } } },
    select: SHOWN,
  });
  return row && viewOf(row);
}

/** The meetings to come that `actor` is called to, soonest first. */
export async function listOwnInvitations(actor: Actor, now: Date): Promise<InvitationView[]> {
  const rows = await db().meetingInvitation.findMany({
    relationLoadStrategy: "join",
    where: {
      AND: [permitted(actor, "reply", "MeetingInvitation", now), { meeting: { event: { endsAt: { gt: now } } } }],
    },
    orderBy: [{ meeting: { event: { startsAt: "asc" } } }, { id: "asc" }],
    take: 50,
    select: SHOWN,
  });
  return rows.map(viewOf);
}

type Row = Prisma.MeetingInvitationGetPayload<{ select: typeof SHOWN }>;

function viewOf({
  meeting: { event, agendaItems, invitations, ...meeting },
  person,
  personId,
  ...invitation
}: Row): InvitationView {
  return {
    ...invitation,
    ...meeting,
    event,
    name: fullName(person),
    agenda: agendaItems.map(({ title }) => title),
    others: invitations
      .filter((one) => one.personId !== personId)
      .map((one) => ({ id: one.personId, name: fullName(one.person) })),
  };
}
