import "server-only";
import { type OutgoingMail, queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { absolute, paths } from "#lib/platform/paths";
import { signedToken } from "#lib/platform/tokens";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { listReached } from "#lib/structures/register/queries";
import { readRegisterFilter } from "#lib/structures/register/schema";
import { UNSUBSCRIBE } from "./consents/rules.ts";
import { campaignMessage } from "./rules.ts";
import type { CampaignInput } from "./schema.ts";

/**
 * Keeps a message to many as a draft, new or written over; gives its id. Nothing leaves.
 *
 * @throws Refusal `forbidden`, `campaign_gone`
 */
export async function draftCampaign(actor: Actor, { id, ...words }: CampaignInput, now: Date): Promise<string> {
  authorize(actor, "publish", "Campaign", now);
  const authorId = authorOf(actor);
  return await db().$transaction(async (tx) => {
    if (id) {
      const { count } = await tx.campaign.updateMany({ where: { id, sentAt: null }, data: words });
      if (count === 0) throw gone();
      return id;
    }
    const made = await tx.campaign.create({ data: { ...words, authorId, createdAt: now }, select: { id: true } });
    await recordAct(tx, actor, { action: "draft-campaign", subject: { kind: "Campaign", id: made.id } });
    return made.id;
  });
}

/** A copy of a draft to its reader alone, as the others would receive it. */
export async function sendTestCampaign(actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  authorize(actor, "publish", "Campaign", now);
  const personId = authorOf(actor);
  await db().$transaction(async (tx) => {
    const campaign = await tx.campaign.findFirst({ where: { id, sentAt: null }, select: CAMPAIGN });
    if (!campaign) throw gone();
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { id: true, email: true, firstName: true, lastName: true },
    });
    const mail = mailTo(campaign, person);
    await queueMail(tx, {
      ...mail,
      kind: "campaign-test",
      message: { ...mail.message, subject: `[Essai] ${campaign.subject}` },
    });
  });
}

/**
 * Sends a draft, once, to everybody its audience reaches at this instant: one message each, in one
 * transaction. Gives how many.
 *
 * @throws Refusal `forbidden`, `campaign_gone`, `nobody_reached`
 */
export async function sendCampaign(actor: Actor, { id }: { id: string }, now: Date): Promise<number> {
  authorize(actor, "publish", "Campaign", now);
  return await db().$transaction(
    async (tx) => {
      // Whoever comes second waits for this row, and finds it sent.
      const { count } = await tx.campaign.updateMany({ where: { id, sentAt: null }, data: { sentAt: now } });
      if (count === 0) throw gone();
      const campaign = await tx.campaign.findUniqueOrThrow({ where: { id }, select: CAMPAIGN });
      const people = await listReached(
        actor,
        audienceOf(campaign.audience),
        { consenting: campaign.kind === "newsletter" },
        now,
      );
      if (people.length === 0) {
        throw new Refusal("nobody_reached", "Ce message n’atteint personne\u202f: choisissez d’autres destinataires.");
      }
      await sendTo(tx, campaign, people);
      await recordAct(tx, actor, {
        action: "send-campaign",
        subject: { kind: "Campaign", id },
        detail: { kind: campaign.kind, recipients: people.length },
      });
      return people.length;
    },
    { timeout: 30_000 },
  );
}

const CAMPAIGN = { id: true, kind: true, subject: true, body: true, audience: true } as const;

/** The filter that an audience's text stands for. */
function audienceOf(audience: string) {
  return readRegisterFilter(Object.fromEntries(new URLSearchParams(audience)));
}

type Campaign = { id: string } & Parameters<typeof campaignMessage>[0];
type Recipient = { id: string; email: string; firstName: string; lastName: string };

async function sendTo(tx: Tx, campaign: Campaign, people: Recipient[]): Promise<void> {
  await tx.campaignRecipient.createMany({ data: people.map(({ id }) => ({ campaignId: campaign.id, personId: id })) });
  await queueMail(tx, ...people.map((person) => mailTo(campaign, person)));
}

function mailTo(campaign: Campaign, { id, email, firstName, lastName }: Recipient): OutgoingMail {
  return {
    kind: "campaign",
    to: { address: email, name: `${firstName} ${lastName}`, personId: id },
    message: campaignMessage(campaign, firstName),
    about: { kind: "Campaign", id: campaign.id },
    ...(campaign.kind === "newsletter"
      ? { unsubscribeUrl: absolute(paths.unsubscribeAtOnce(signedToken(UNSUBSCRIBE, id))) }
      : {}),
  };
}

function authorOf(actor: Actor): string {
  if (actor.kind === "person") return actor.personId;
  throw new Refusal("forbidden", "Vous n’avez pas le droit de faire cela.");
}

function gone(): Refusal {
  return new Refusal("campaign_gone", "Ce message est déjà parti, ou n’existe plus.");
}
