import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { inviteInto } from "#lib/people/invitations/commands";
import { recordAct } from "#lib/platform/audit";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { freeSlugFor } from "#lib/structures/queries";
import { townColumns } from "#lib/territory/communes";
import { welcomeLetter } from "../applications/letters/rules.ts";
import { followToken } from "../applications/links/rules.ts";
import { usualName } from "../applications/rules.ts";
import { noteJoining } from "../prospects/commands.ts";

/**
 * Makes a member of an application just accepted, in its transaction: an active structure in the
 * directory (the one that lapsed, when it comes back), its commissions and skills, its référent
 * invited, a welcome.
 *
 * @throws Refusal `forbidden`, `already_member`
 */
export async function admitMember(
  tx: Tx,
  actor: PersonActor,
  applicationId: string,
  now: Date,
): Promise<{ id: string; slug: string }> {
  authorize(actor, "decide", "MembershipApplication", now);
  const application = await tx.membershipApplication.findUniqueOrThrow({
    where: { id: applicationId },
    include: {
      people: { orderBy: { position: "asc" }, take: 1 },
      skills: { orderBy: { skill: { label: "asc" } } },
      commissions: {
        orderBy: { commission: { position: "asc" } },
        select: { commissionId: true, commission: { select: { name: true } } },
      },
    },
  });
  const member = await writeStructure(tx, application, now);
  const ofMember = { where: { structureId: member.id } };
  await tx.structureSkill.deleteMany(ofMember);
  await tx.commissionMember.deleteMany(ofMember);
  await tx.structureSkill.createMany({
    data: [
      ...application.skills.map(({ skillId }) => ({ skillId })),
      ...application.ownSkills.map((ownLabel) => ({ ownLabel })),
    ].map((skill, position) => ({ structureId: member.id, position, ...skill })),
  });
  await tx.commissionMember.createMany({
    data: application.commissions.map(({ commissionId }) => ({
      structureId: member.id,
      commissionId,
      joinedOn: columnOfDay(dayOf(now)),
    })),
  });
  const name = usualName(application);
  const referent = application.people[0];
  if (!referent) throw new Error(`application ${applicationId} has nobody`);
  const isInvited = await seatReferent(tx, actor, member.id, referent, now);
  await queueMail(tx, {
    kind: "application-accepted",
    to: { address: referent.email, name: `${referent.firstName} ${referent.lastName}` },
    message: welcomeLetter(
      { number: application.number, name, firstName: referent.firstName, token: followToken(applicationId) },
      { slug: member.slug, commissions: application.commissions.map(({ commission }) => commission.name), isInvited },
    ),
    about: { kind: "Structure", id: member.id },
  });
  await noteJoining(tx, { ...application, name }, "member", now);
  await recordAct(tx, actor, { action: "admit-member", subject: { kind: "Structure", id: member.id } });
  return member;
}

interface Given {
  legalName: string;
  tradeName: string | null;
  kind: "reseller" | "service" | "editor" | "agency" | "school";
  siret: string | null;
  address: string | null;
  city: string;
  postalCode: string;
  website: string | null;
  phone: string | null;
  description: string;
}

async function writeStructure(tx: Tx, given: Given, now: Date): Promise<{ id: string; slug: string }> {
  const { kind, siret, address, postalCode, website, phone, description } = given;
  const name = usualName(given);
  const known = await findKnown(tx, given);
  if (known?.status === "active") {
    throw new Refusal(
      "already_member",
      `${known.name} est déjà adhérente\u202f: refusez cette demande, ou rapprochez-les.`,
    );
  }
  const columns = {
    name,
    kind,
    siret: siret ?? known?.siret ?? null,
    address,
    postalCode,
    website,
    phone,
    description,
    ...townColumns(given.city),
    status: "active" as const,
    joinedOn: columnOfDay(dayOf(now)),
  };
  const select = { id: true, slug: true };
  if (known) return await tx.structure.update({ where: { id: known.id }, data: columns, select });
  return await tx.structure.create({ data: { ...columns, slug: await freeSlugFor(tx, name) }, select });
}

/** The structure it already was: the same SIRET, or the same name and postal code while one of them has no SIRET. */
async function findKnown(tx: Tx, { siret, postalCode, ...given }: Given) {
  const rows = await tx.$queryRaw<{ id: string; name: string; status: string; siret: string | null }[]>`
    SELECT id, name, status::text, siret FROM structure
     WHERE siret = ${siret}
        OR ((siret IS NULL OR ${siret}::text IS NULL) AND plain(name) = plain(${usualName(given)}) AND "postalCode" = ${postalCode})
     ORDER BY siret = ${siret} DESC NULLS LAST, id LIMIT 1`;
  return rows[0];
}

/** Invites the first person, unless they were there before their structure came back. */
async function seatReferent(
  tx: Tx,
  actor: PersonActor,
  structureId: string,
  {
    email,
    firstName,
    lastName,
    function: position,
  }: { email: string; firstName: string; lastName: string; function: string },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.affiliation.updateMany({
    where: { structureId, endsOn: null, person: { email } },
    data: { role: "primary_contact" },
  });
  if (count > 0) return false;
  await tx.invitation.deleteMany({ where: { structureId, email, acceptedAt: null } });
  await inviteInto(tx, actor, { structureId, email, role: "primary_contact", position, firstName, lastName }, now);
  return true;
}
