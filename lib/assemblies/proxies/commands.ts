import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { recordAct } from "#lib/platform/audit";
import { formatRange } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { listOwnVotes, loadRoll, type VoterView } from "../roll/queries.ts";
import { lockAssembly } from "../session/commands.ts";
import type { GiveProxyInput, PaperProxyInput, WithdrawProxyInput } from "./schema.ts";

/**
 * Hands one's vote to another voter of the same assembly, who is told by mail. Another choice replaces the first.
 *
 * @throws Refusal `forbidden`, `session_over`; the constraints `assembly_proxy_…`
 */
export async function giveProxy(actor: Actor, input: GiveProxyInput, now: Date): Promise<void> {
  const { assemblyId, giverId, holderId } = input;
  await db().$transaction(async (tx) => {
    const { giver, voters, eventId } = await ownVote(tx, actor, input, now);
    if (giver.holder?.id === holderId) return;
    const holder = voters.find(({ id }) => id === holderId);
    if (!holder) throw new Refusal("forbidden", "Ce votant n’est pas de cette séance.", "holderId");
    if (giver.holder) await takeBack(tx, assemblyId, giver, voters);
    await tx.assemblyProxy.create({
      data: { giverId, holderId, givenById: personIdOf(actor), givenAt: now },
      select: { giverId: true },
    });
    await tell(tx, assemblyId, holder, "proxy-given", {
      subject: `${giver.name} vous donne pouvoir`,
      text: `${giver.name} ne pourra pas venir et vous donne pouvoir\u202f: vous voterez en son nom.`,
    });
    const detail = { giverId, holderId };
    await recordAct(tx, actor, { action: "give-proxy", subject: { kind: "Event", id: eventId }, detail });
  });
}

/**
 * Takes one's vote back, until the session opens; later, by coming. Harmless twice.
 *
 * @throws Refusal `forbidden`, `session_over`, `proxy_frozen`
 */
export async function withdrawProxy(actor: Actor, input: WithdrawProxyInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { giver, voters, openedAt, eventId } = await ownVote(tx, actor, input, now);
    if (openedAt) {
      const words = "La séance est ouverte\u202f: pour reprendre votre voix, venez et dites que vous êtes là.";
      throw new Refusal("proxy_frozen", words);
    }
    if (!giver.holder) return;
    await takeBack(tx, input.assemblyId, giver, voters);
    const detail = { giverId: giver.id };
    await recordAct(tx, actor, { action: "withdraw-proxy", subject: { kind: "Event", id: eventId }, detail });
  });
}

/**
 * Notes a proxy signed on paper, that whoever runs the assembly has seen: of somebody who is not there, to somebody
 * who is, until the first vote. Those who speak for its giver are told by mail. The same twice is one.
 *
 * @throws Refusal `forbidden`, `session_over`, `giver_is_here`, `proxy_given`, `holder_absent`; the constraints
 * `assembly_proxy_…`
 */
export async function recordPaperProxy(actor: Actor, input: PaperProxyInput, now: Date): Promise<void> {
  const { assemblyId, giverId, holderId } = input;
  await db().$transaction(async (tx) => {
    const { voters, eventId } = await lockAssembly(tx, actor, assemblyId, now);
    const [giver, holder] = [giverId, holderId].map((id) => voters.find((voter) => voter.id === id));
    if (!giver) throw new Refusal("forbidden", "Ce votant n’est pas de cette séance.", "giverId");
    if (!holder) throw new Refusal("forbidden", "Ce votant n’est pas de cette séance.", "holderId");
    if (giver.presence === "present") throw new Refusal("giver_is_here", `${giver.name} est là, et vote.`, "giverId");
    if (giver.holder?.id === holderId) return;
    if (giver.holder) {
      throw new Refusal("proxy_given", `${giver.name} a déjà donné pouvoir à ${giver.holder.name}.`, "giverId");
    }
    if (holder.presence !== "present") {
      throw new Refusal("holder_absent", "Un pouvoir papier se donne à quelqu’un qui est là.", "holderId");
    }
    await tx.assemblyProxy.create({
      data: { giverId, holderId, givenAt: now, isOnPaper: true },
      select: { giverId: true },
    });
    await tell(tx, assemblyId, giver, "paper-proxy-recorded", {
      subject: "Un pouvoir papier est noté en votre nom",
      text: `Un pouvoir signé pour ${giver.name} a été remis\u202f: ${holder.name} votera en votre nom. Ce n’est pas vous\u202f? Venez, ou prévenez qui préside.`,
    });
    const detail = { giverId, holderId };
    await recordAct(tx, actor, { action: "record-paper-proxy", subject: { kind: "Event", id: eventId }, detail });
  });
}

/**
 * Takes off a paper that was noted by mistake, until the first vote. Harmless twice; a proxy given otherwise stays.
 *
 * @throws Refusal `forbidden`, `session_over`, `proxy_frozen`
 */
export async function withdrawPaperProxy(actor: Actor, input: WithdrawProxyInput, now: Date): Promise<void> {
  const { assemblyId, giverId } = input;
  await db().$transaction(async (tx) => {
    const { eventId } = await lockAssembly(tx, actor, assemblyId, now);
    if ((await tx.resolution.count({ where: { assemblyId, openedAt: { not: null } } })) > 0) {
      throw new Refusal("proxy_frozen", "Un vote a été ouvert\u202f: les pouvoirs ne changent plus.");
    }
    const where = { giverId, isOnPaper: true, giver: { assemblyId } };
    const { count } = await tx.assemblyProxy.deleteMany({ where });
    if (count === 0) return;
    const subject = { kind: "Event", id: eventId };
    await recordAct(tx, actor, { action: "withdraw-paper-proxy", subject, detail: { giverId } });
  });
}

async function ownVote(tx: Tx, actor: Actor, { assemblyId, giverId }: WithdrawProxyInput, now: Date) {
  const own = await listOwnVotes(tx, actor, assemblyId, now);
  if (!own.includes(giverId)) throw new Refusal("forbidden", "Cette voix n’est pas la vôtre.");
  // The opening of the session waits, or is waited for.
  await tx.$queryRaw`SELECT 1 FROM assembly WHERE "meetingId" = ${assemblyId}::uuid FOR SHARE`;
  const roll = await loadRoll(tx, assemblyId);
  if (roll.closedAt || roll.isCancelled) throw new Refusal("session_over", "Cette séance n’attend plus de pouvoir.");
  const giver = roll.voters.find(({ id }) => id === giverId);
  if (!giver) throw new Refusal("forbidden", "Cette voix n’est pas la vôtre.");
  return { ...roll, giver };
}

async function takeBack(tx: Tx, assemblyId: string, giver: VoterView, voters: VoterView[]): Promise<void> {
  const holder = voters.find(({ id }) => id === giver.holder?.id);
  await tx.assemblyProxy.deleteMany({ where: { giverId: giver.id } });
  if (!holder) return;
  await tell(tx, assemblyId, holder, "proxy-withdrawn", {
    subject: `${giver.name} reprend son pouvoir`,
    text: `${giver.name} vous avait donné pouvoir et le reprend\u202f: vous ne voterez plus en son nom.`,
  });
}

/** Writes to whoever speaks for a voter first. */
async function tell(
  tx: Tx,
  meetingId: string,
  { people }: VoterView,
  kind: string,
  { subject, text }: { subject: string; text: string },
): Promise<void> {
  const [person, event] = await Promise.all([
    tx.person.findUnique({
      where: { id: people[0] ?? "00000000-0000-0000-0000-000000000000" },
      select: { id: true, email: true, firstName: true, lastName: true },
    }),
    tx.event.findFirstOrThrow({
      where: { meeting: { id: meetingId } },
      select: { id: true, slug: true, title: true, startsAt: true, endsAt: true },
    }),
  ]);
  if (!person) return;
  await queueMail(tx, {
    kind,
    to: { address: person.email, name: `${person.firstName} ${person.lastName}`, personId: person.id },
    about: { kind: "Event", id: event.id },
    message: {
      subject: `${subject}\u202f: ${event.title}`,
      greeting: `Bonjour ${person.firstName}`,
      blocks: [
        { text },
        { facts: [{ term: "Séance", value: `${event.title}, ${formatRange(event.startsAt, event.endsAt)}` }] },
        { action: { label: "Voir la séance", path: paths.assembly(event.slug) } },
      ],
      why: "Vous recevez ce message parce que vous votez à cette séance.",
    },
  });
}
