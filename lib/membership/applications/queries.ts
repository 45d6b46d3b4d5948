import "server-only";
import { dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { inForceOn } from "#lib/platform/in-force";
import { absolute, paths } from "#lib/platform/paths";
import { readable } from "#lib/policy/ability";
import { visitor } from "#lib/policy/actor";
import { applicationIdOf, invitationIdOf } from "./links/rules.ts";
import { applicationState, usualName } from "./rules.ts";

/** What the form offers to tick: the commissions in the club's order, each with its skills. */
export type ApplicationChoices = Awaited<ReturnType<typeof listApplicationChoices>>;

/** Asked as a visitor, whoever asks: the form is public. */
export async function listApplicationChoices() {
  return await db().commission.findMany({
    relationLoadStrategy: "join",
    where: readable(visitor, "Commission", new Date()),
    orderBy: { position: "asc" },
    select: {
      slug: true,
      name: true,
      mission: true,
      skills: { orderBy: { label: "asc" }, select: { slug: true, label: true } },
    },
  });
}

/** The active member with this SIRET, whose page anybody may read. */
export async function findMemberBySiret(siret: string, now: Date): Promise<{ name: string; slug: string } | null> {
  return await db().structure.findFirst({
    where: { AND: [{ siret }, readable(visitor, "Structure", now)] },
    select: { name: true, slug: true },
  });
}

/** @throws Refusal `already_member`, with the way to the page, when this SIRET is an active member's */
export async function mustNotBeMember(siret: string | null, now: Date): Promise<void> {
  const member = siret ? await findMemberBySiret(siret, now) : null;
  if (!member) return;
  throw new Refusal(
    "already_member",
    `Cette structure est déjà adhérente, voyez sa fiche\u202f: ${absolute(paths.member(member.slug))}. Son référent peut vous y inviter.`,
    "siret",
  );
}

/**
 * What was ticked, as rows to write.
 *
 * @throws Refusal `unknown_choice` for a box that the form does not have
 */
export async function findChoices(tx: Tx, input: { skills: string[]; commissions: string[] }) {
  const select = { id: true } as const;
  const skills = await tx.skill.findMany({ where: { slug: { in: input.skills } }, select });
  const commissions = await tx.commission.findMany({ where: { slug: { in: input.commissions } }, select });
  if (skills.length < new Set(input.skills).size) {
    throw new Refusal("unknown_choice", "Une des compétences n’existe pas.", "skills");
  }
  if (commissions.length < new Set(input.commissions).size) {
    throw new Refusal("unknown_choice", "Une des commissions n’existe pas.", "commissions");
  }
  return {
    skills: { create: skills.map(({ id }) => ({ skillId: id })) },
    commissions: { create: commissions.map(({ id }) => ({ commissionId: id })) },
  };
}

/** What an invitation fills the form with; null when the link was altered or the invitation is no more. */
export async function findInvitation(token: string) {
  const id = invitationIdOf(token);
  if (!id) return null;
  const found = await db().prospectInvitation.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      toAddress: true,
      toName: true,
      invitedBy: { select: { firstName: true, lastName: true } },
      prospect: {
        select: { name: true, kind: true, city: true, postalCode: true, siret: true, website: true, phone: true },
      },
    },
  });
  if (!found) return null;
  const { invitedBy, ...invitation } = found;
  return { ...invitation, invitedBy: invitedBy && `${invitedBy.firstName} ${invitedBy.lastName}` };
}

const CONTENT = {
  id: true,
  number: true,
  legalName: true,
  tradeName: true,
  kind: true,
  siret: true,
  address: true,
  city: true,
  postalCode: true,
  website: true,
  phone: true,
  description: true,
  motivation: true,
  ownSkills: true,
  submittedAt: true,
  confirmedAt: true,
  people: {
    orderBy: { position: "asc" as const },
    select: { firstName: true, lastName: true, email: true, function: true },
  },
  skills: { orderBy: { skill: { label: "asc" as const } }, select: { skill: { select: { slug: true, label: true } } } },
  commissions: {
    orderBy: { commission: { position: "asc" as const } },
    select: { commission: { select: { slug: true, name: true } } },
  },
  questions: {
    orderBy: { askedAt: "asc" as const },
    select: { id: true, text: true, askedAt: true, answer: true, answeredAt: true },
  },
  closure: {
    select: {
      outcome: true,
      closedAt: true,
      reason: true,
      erasesOn: true,
      structure: { select: { slug: true, name: true } },
    },
  },
};

export type OwnApplication = NonNullable<Awaited<ReturnType<typeof findOwnApplication>>>;

/** The application of a private link, as its applicant sees it: nothing of what the board says among itself. */
export async function findOwnApplication(token: string) {
  const id = applicationIdOf(token);
  if (!id) return null;
  const found = await db().membershipApplication.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: CONTENT,
  });
  if (!found) return null;
  return {
    ...found,
    skills: found.skills.map(({ skill }) => skill),
    commissions: found.commissions.map(({ commission }) => commission),
    state: applicationState(found),
  };
}

/**
 * An application that is not closed, held until the end of the transaction: of all who would change
 * or decide it at the same time, one goes on and the others see what it did. Null when there is none.
 *
 * @throws Refusal `application_closed`
 */
export async function getOpenApplication(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM membership_application WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.membershipApplication.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      legalName: true,
      tradeName: true,
      siret: true,
      postalCode: true,
      confirmedAt: true,
      invitationId: true,
      closure: { select: { outcome: true } },
      people: { where: { position: 0 }, select: { firstName: true, lastName: true, email: true, function: true } },
    },
  });
  const referent = found?.people[0];
  if (!found || !referent) return null;
  if (found.closure) throw new Refusal("application_closed", "Cette demande est déjà close.");
  return { ...found, name: usualName(found), referent };
}

/** The members of the board of the day, as recipients. */
export async function listBoardRecipients(tx: Tx, now: Date) {
  const people = await tx.person.findMany({
    where: {
      suspension: null,
      mandates: {
        some: {
          function: { in: ["president", "treasurer", "secretary", "board_member"] },
          ...inForceOn(dayOf(now)),
        },
      },
    },
    orderBy: { id: "asc" },
    take: 50,
    select: { id: true, email: true, firstName: true, lastName: true },
  });
  return people.map(({ id, email, firstName, lastName }) => ({
    to: { address: email, name: `${firstName} ${lastName}`, personId: id },
    greeting: `Bonjour ${firstName}`,
  }));
}
