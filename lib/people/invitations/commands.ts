import "server-only";
import type { AffiliationRole } from "#lib/generated/prisma/enums";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf, formatDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { tryAgain } from "#lib/platform/throttle";
import { fingerprintOf, newSecret } from "#lib/platform/tokens";
import { permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { claimStructure } from "#lib/structures/commands";
import { ROLE_LABELS } from "../labels.ts";
import { openSession } from "../sessions/commands.ts";
import { expiryOf, stateOf } from "./rules.ts";
import type { AcceptInput, InviteInput } from "./schema.ts";

// Nobody makes the portal write to strangers all day long.
const INVITATIONS = { limit: 40, seconds: 86_400 };

export interface NewInvitation {
  structureId: string;
  /** Lower case. */
  email: string;
  role: AffiliationRole;
  position?: string;
  /** As whoever invites knows them: proposed at acceptance. */
  firstName?: string;
  lastName?: string;
}

/**
 * Invites an address to a structure, inside the transaction of a command that has already asked the
 * policy: the invitation and its mail exist only if that commits. The first person of a structure
 * must be invited as `primary_contact`. One that expired is written anew.
 *
 * @throws Refusal `already_there`; broken constraint `invitation_once` when one waits for its answer
 */
export async function inviteInto(tx: Tx, actor: Actor, invited: NewInvitation, now: Date): Promise<void> {
  const { structureId, email, role, position, firstName, lastName } = invited;
  const structure = await tx.structure.findUniqueOrThrow({
    where: { id: structureId },
    select: {
      name: true,
      affiliations: { where: { endsOn: null, person: { email } }, take: 1, select: { id: true } },
    },
  });
  if (structure.affiliations.length > 0) {
    throw new Refusal("already_there", "Cette personne appartient déjà à la structure.", "email");
  }
  await tx.invitation.deleteMany({ where: { structureId, email, acceptedAt: null, expiresAt: { lte: now } } });
  const secret = newSecret();
  await tx.invitation.create({
    data: {
      structureId,
      email,
      role,
      position: position ?? null,
      firstName: firstName ?? null,
      lastName: lastName ?? null,
      fingerprint: fingerprintOf(secret),
      invitedById: personIdOf(actor),
      invitedAt: now,
      expiresAt: expiryOf(now),
    },
    select: { id: true },
  });
  await announce(tx, { ...invited, structure: structure.name, inviter: inviterName(actor), secret }, now);
  await recordAct(tx, actor, {
    action: "invite-person",
    subject: { kind: "Structure", id: structureId },
    detail: { role },
  });
}

/**
 * A référent invites an address to the structure; a person known by it will join with the same login.
 *
 * @throws Refusal `forbidden`, `too_many_invitations`, `already_there`, `invitation_once`
 */
export async function invitePerson(actor: Actor, input: InviteInput, now: Date): Promise<void> {
  const { structureId, position, ...rest } = input;
  await claimStructure(actor, "staff", structureId, now);
  await mayStillInvite(structureId, now);
  await db().$transaction((tx) =>
    inviteInto(tx, actor, { structureId, ...rest, ...(position ? { position } : {}) }, now),
  );
}

/**
 * Sends the invitation again, with a new link and its whole time before it: the former link ends.
 *
 * @throws Refusal `invitation_gone`, `too_many_invitations`
 */
export async function resendInvitation(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  const invitation = await findPending(actor, id, now);
  await mayStillInvite(invitation.structureId, now);
  const secret = newSecret();
  await db().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id, acceptedAt: null },
      data: { fingerprint: fingerprintOf(secret), invitedAt: now, expiresAt: expiryOf(now) },
    });
    if (count === 0) throw gone();
    await announce(
      tx,
      { ...invitation, structure: invitation.structure.name, inviter: inviterName(actor), secret },
      now,
    );
    await recordAct(tx, actor, {
      action: "resend-invitation",
      subject: { kind: "Structure", id: invitation.structureId },
    });
  });
}

/**
 * Takes an invitation back: its link is worth nothing any more.
 *
 * @throws Refusal `invitation_gone` when it was answered or taken back already
 */
export async function revokeInvitation(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  const { structureId } = await findPending(actor, id, now);
  await db().$transaction(async (tx) => {
    const { count } = await tx.invitation.deleteMany({ where: { id, acceptedAt: null } });
    if (count === 0) throw gone();
    await recordAct(tx, actor, { action: "revoke-invitation", subject: { kind: "Structure", id: structureId } });
  });
}

/**
 * Whoever holds the link joins the structure: made a person if the club did not know the address,
 * with their own login otherwise. Gives the session to open: that of a new person. Somebody known
 * keeps to their usual way of signing in, second factor included: null.
 *
 * @throws Refusal `invitation_gone`, `invitation_used`, `invitation_expired`, `name_missing`, `suspended`
 */
export async function acceptInvitation(
  actor: Actor,
  { token, firstName, lastName }: AcceptInput,
  { now, userAgent }: { now: Date; userAgent: string | null },
): Promise<{ sessionId: string | null }> {
  return await db().$transaction(async (tx) => {
    const invitation = await takeInvitation(tx, token, now);
    const { structureId, email } = invitation;
    const { id: personId, isNew } = await personAt(tx, email, { firstName, lastName });
    await joinStructure(tx, personId, invitation, now);
    await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: now }, select: { id: true } });
    await tx.auditEntry.create({
      data: { personId, action: "accept-invitation", subjectKind: "Structure", subjectId: structureId },
      select: { id: true },
    });
    if (actor.kind === "person" && actor.personId === personId) {
      const own = { id: actor.sessionId };
      await tx.session.update({ where: own, data: { actingForId: structureId }, select: { id: true } });
    }
    if (!isNew) return { sessionId: null };
    const sessionId = await openSession(tx, actor, personId, "link", { now, userAgent });
    await tx.session.update({ where: { id: sessionId }, data: { actingForId: structureId }, select: { id: true } });
    return { sessionId };
  });
}

/** The open invitation of this link, held until the end of the transaction: two acceptances follow each other. */
async function takeInvitation(tx: Tx, token: string, now: Date) {
  const fingerprint = fingerprintOf(token);
  await tx.$queryRaw`SELECT 1 FROM invitation WHERE fingerprint = ${fingerprint} FOR UPDATE`;
  const invitation = await tx.invitation.findUnique({
    where: { fingerprint },
    select: { id: true, structureId: true, email: true, role: true, position: true, acceptedAt: true, expiresAt: true },
  });
  if (!invitation) throw gone();
  const state = stateOf(invitation, now);
  if (state === "accepted") {
    throw new Refusal("invitation_used", "Cette invitation a déjà été acceptée. Connectez-vous.");
  }
  if (state === "expired") {
    throw new Refusal("invitation_expired", "Cette invitation a expiré. Demandez qu’on vous la renvoie.");
  }
  return invitation;
}

/** One person per address, even when two of their invitations are accepted at once. */
async function personAt(tx: Tx, email: string, { firstName, lastName }: Pick<AcceptInput, "firstName" | "lastName">) {
  const select = { id: true, suspension: { select: { personId: true } } };
  const known = await tx.person.findUnique({ where: { email }, select });
  if (known?.suspension) throw new Refusal("suspended", "Ce compte est suspendu. Écrivez au club.");
  if (known) return { id: known.id, isNew: false };
  if (!firstName) throw new Refusal("name_missing", "Saisissez votre prénom.", "firstName");
  if (!lastName) throw new Refusal("name_missing", "Saisissez votre nom.", "lastName");
  const { count } = await tx.person.createMany({ data: [{ email, firstName, lastName }], skipDuplicates: true });
  const made = await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
  return { id: made.id, isNew: count === 1 };
}

/** Adds the person, or gives whoever is there already the role of the invitation when it is more. */
async function joinStructure(
  tx: Tx,
  personId: string,
  { structureId, role, position }: { structureId: string; role: AffiliationRole; position: string | null },
  now: Date,
): Promise<void> {
  const present = await tx.affiliation.findFirst({
    where: { personId, structureId, endsOn: null },
    select: { id: true },
  });
  if (!present) {
    const startsOn = columnOfDay(dayOf(now));
    await tx.affiliation.create({ data: { personId, structureId, role, position, startsOn }, select: { id: true } });
  } else if (role === "primary_contact") {
    await tx.affiliation.update({ where: { id: present.id }, data: { role }, select: { id: true } });
  }
}

async function findPending(actor: Actor, id: string, now: Date) {
  const invitation = await db().invitation.findFirst({
    where: { id, acceptedAt: null, structure: permitted(actor, "staff", "Structure", now) },
    select: { structureId: true, email: true, role: true, structure: { select: { name: true } } },
  });
  if (!invitation) throw gone();
  return invitation;
}

async function mayStillInvite(structureId: string, now: Date): Promise<void> {
  if (await tryAgain(`invite:${structureId}`, INVITATIONS, now)) return;
  throw new Refusal("too_many_invitations", "Trop d’invitations aujourd’hui pour cette structure. Réessayez demain.");
}

function gone(): Refusal {
  return new Refusal("invitation_gone", "Cette invitation n’existe plus\u202f: elle a été annulée ou remplacée.");
}

function inviterName(actor: Actor): string | null {
  return actor.kind === "person" ? actor.name : null;
}

async function announce(
  tx: Tx,
  invited: Pick<NewInvitation, "structureId" | "email" | "role" | "firstName"> & {
    structure: string;
    inviter: string | null;
    secret: string;
  },
  now: Date,
): Promise<void> {
  const { structureId, email, role, firstName, structure, inviter, secret } = invited;
  await queueMail(tx, {
    kind: "invitation",
    to: { address: email },
    about: { kind: "Structure", id: structureId },
    isSecret: true,
    message: {
      subject: `Rejoignez ${structure} sur le portail TacTic`,
      greeting: firstName ? `Bonjour ${firstName}` : "Bonjour",
      blocks: [
        {
          text: `${inviter ?? "Le club TacTic"} vous invite à rejoindre ${structure} sur le portail du club, avec le rôle «\u202f${ROLE_LABELS[role]}\u202f».`,
        },
        { action: { label: "Voir l’invitation", path: paths.invitation(secret) } },
        {
          text: `Le lien vaut jusqu’au ${formatDay(dayOf(expiryOf(now)))}. Si vous avez déjà un compte à cette adresse, vous garderez le même.`,
        },
      ],
      why: `Vous recevez ce message parce que ${inviter ?? "le club"} a saisi votre adresse. Sans réponse de votre part, rien ne se passe.`,
    },
  });
}
