import "server-only";
import type { AffiliationRole } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import { fingerprintOf } from "#lib/platform/tokens";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { type InvitationState, stateOf } from "./rules.ts";

/** What the page at the end of the link shows. */
export interface InvitationView {
  structure: string;
  email: string;
  role: AffiliationRole;
  inviter: string | null;
  expiresAt: Date;
  state: InvitationState;
  /** Whether somebody already signs in with this address. */
  isKnown: boolean;
  firstName: string | null;
  lastName: string | null;
}

/** The invitation of this link; null when there never was one, or it was taken back. */
export async function findInvitation(token: string, now: Date): Promise<InvitationView | null> {
  const row = await db().invitation.findUnique({
    where: { fingerprint: fingerprintOf(token) },
    select: {
      email: true,
      role: true,
      firstName: true,
      lastName: true,
      expiresAt: true,
      acceptedAt: true,
      structure: { select: { name: true } },
      invitedBy: { select: { firstName: true, lastName: true } },
    },
  });
  if (!row) return null;
  const known = await db().person.count({ where: { email: row.email } });
  const { structure, invitedBy, acceptedAt, ...rest } = row;
  return {
    ...rest,
    structure: structure.name,
    inviter: invitedBy ? `${invitedBy.firstName} ${invitedBy.lastName}` : null,
    state: stateOf({ acceptedAt, expiresAt: rest.expiresAt }, now),
    isKnown: known > 0,
  };
}

/** The invitations of a structure that wait for an answer, newest first, for its own people. */
export async function listPendingInvitations(actor: Actor, structureId: string, now: Date) {
  const rows = await db().invitation.findMany({
    where: { structureId, acceptedAt: null, structure: permitted(actor, "update", "Structure", now) },
    orderBy: [{ invitedAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { id: true, email: true, role: true, invitedAt: true, expiresAt: true },
  });
  return rows.map((row) => ({ ...row, isExpired: row.expiresAt <= now }));
}
