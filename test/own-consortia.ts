import { randomUUID } from "node:crypto";
import { openConsortium } from "#lib/consortia/commands";
import { inviteMember, joinConsortium } from "#lib/consortia/members/commands";
import type { JoinInput } from "#lib/consortia/members/schema";
import type { AgreeInput } from "#lib/consortia/parts/schema";
import { findConsortium, findConsortiumInvitation } from "#lib/consortia/queries";
import type { MultipleCandidacyRule, TenderProcedure } from "#lib/generated/prisma/enums";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { addHouse, signedInAs } from "./own-people.ts";

export type House = Awaited<ReturnType<typeof addHouse>>;

const made: string[] = [];

/** A member of the club with its référent, for answers given together. */
export async function addPartner(): Promise<House> {
  const house = await addHouse();
  made.push(house.structure.id);
  return house;
}

/** Takes them out of the directory: the answers they gave are history, and stay. */
export async function retirePartners(): Promise<void> {
  await db().structure.updateMany({ where: { id: { in: made.splice(0) } }, data: { status: "removed" } });
}

interface GivenTender {
  lots?: number;
  rule?: MultipleCandidacyRule;
  procedure?: TenderProcedure;
  respondBefore?: Date;
}

/** A tender of a test's own, to be answered for thirty more days unless said otherwise. */
export async function addTender({
  lots = 2,
  rule = "allowed",
  procedure = "adapted",
  respondBefore,
}: GivenTender = {}) {
  return db().tender.create({
    data: {
      buyer: `Mairie ${randomUUID()}`,
      subject: "Réseau des écoles",
      procedure,
      postedAt: new Date(Date.now() - 400 * 86_400_000),
      respondBefore: respondBefore ?? new Date(Date.now() + 30 * 86_400_000),
      multipleCandidacyRule: rule,
      lots: { create: Array.from({ length: lots }, (_, index) => ({ number: index + 1, title: `Lot ${index + 1}` })) },
    },
    select: { id: true, respondBefore: true, lots: { orderBy: { number: "asc" }, select: { id: true } } },
  });
}

export type OwnTender = Awaited<ReturnType<typeof addTender>>;

/** The same person at their next click: what they joined or left meanwhile is known. */
export function again(house: House): Promise<PersonActor> {
  return signedInAs(house.referent.sessionId);
}

/** Opens a consortium for every lot of a tender. */
export function open(lead: PersonActor, tender: OwnTender, now = new Date()): Promise<string> {
  const lots = tender.lots.map(({ id }) => id);
  const terms = { form: "joint_lead_several" as const, justification: "Chacun son métier." };
  return openConsortium(lead, { tenderId: tender.id, lots, ...terms }, now);
}

/** Invites a house with these shares, lot by lot. */
export async function invite(lead: PersonActor, id: string, house: House, tender: OwnTender, shares: number[]) {
  const offers = shares.map((share, index) => ({ lotId: tender.lots[index]?.id ?? "", share }));
  await inviteMember(lead, { id, structureId: house.structure.id, message: "", offers }, new Date());
}

export async function join(house: House, id: string, given: "stays" | "goes" = "stays"): Promise<PersonActor> {
  await joinConsortium(await again(house), await joining(house, id, given), new Date());
  return again(house);
}

/** What the form on the invitation's page sends, as the page is now. */
export async function joining(house: House, id: string, given: "stays" | "goes" = "stays"): Promise<JoinInput> {
  const invitation = await findConsortiumInvitation(await again(house), id, new Date());
  return { id, structureId: house.structure.id, terms: invitation?.fingerprint ?? "", given, showsAmount: true };
}

/** What the form of an agreement sends, as its page is now. */
export async function agreeing(actor: PersonActor, id: string): Promise<AgreeInput> {
  const consortium = await findConsortium(actor, id, new Date());
  return { id, terms: consortium?.own?.fingerprint ?? "" };
}

/** Two houses that share a tender's lots out between them, half and half. */
export async function addConsortium(given: GivenTender = {}) {
  const [tender, lead, partner] = [await addTender(given), await addPartner(), await addPartner()];
  const id = await open(lead.referent, tender);
  const leader = await again(lead);
  await invite(
    leader,
    id,
    partner,
    tender,
    tender.lots.map(() => 5_000),
  );
  return { id, tender, lead, leader, partner, member: await join(partner, id) };
}
