import "server-only";
import { recordAct } from "#lib/platform/audit";
import { dayOf, dayOfColumn } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { opensAt } from "../attendance/rules.ts";
import { notYourMeeting } from "../schedule/queries.ts";
import type { Nameable } from "./lines/rules.ts";
import { draftOf } from "./rules.ts";
import type { MinutesInput } from "./schema.ts";

/** What somebody else saved meanwhile. */
export interface Theirs {
  version: number;
  body: string;
  publicPart: string;
  by: string | null;
  at: Date;
}
export type Saved = { kind: "saved"; version: number } | { kind: "conflict"; theirs: Theirs };

/**
 * Begins the minutes of a meeting from its agenda and from what earlier ones left open. Harmless twice:
 * what is already written stays. Gives the slug.
 *
 * @throws Refusal `forbidden`, `too_early`
 */
export async function startMinutes(actor: Actor, { meetingId }: { meetingId: string }, now: Date): Promise<string> {
  return db().$transaction(async (tx) => {
    const meeting = await holdRunMeeting(tx, actor, meetingId, now);
    if (now < opensAt(meeting.startsAt)) {
      throw new Refusal("too_early", "Le compte rendu se prépare à partir d’une heure avant la réunion.");
    }
    const { count } = await tx.minutes.createMany({
      data: [
        {
          meetingId,
          body: await draftFor(tx, meeting),
          visibility: meeting.visibility === "board" ? "body" : "members",
          savedAt: now,
          savedById: personIdOf(actor),
        },
      ],
      skipDuplicates: true,
    });
    if (count > 0)
      await recordAct(tx, actor, { action: "start-minutes", subject: { kind: "Event", id: meeting.eventId } });
    return meeting.slug;
  });
}

/**
 * Keeps a draft as it is typed. Whoever saved since the text was read is not overwritten: their text
 * comes back instead. The same text twice is one version.
 *
 * @throws Refusal `forbidden`, `no_minutes`, `minutes_approved`, `minutes_are_published`
 */
export async function saveMinutes(actor: Actor, input: MinutesInput, now: Date): Promise<Saved> {
  return db().$transaction(async (tx) => {
    await holdRunMeeting(tx, actor, input.meetingId, now);
    const kept = await keepText(tx, actor, input, now);
    if (kept.kind === "saved" && kept.isApproved) {
      throw new Refusal("minutes_approved", "Ce compte rendu est approuvé\u202f: enregistrez la version corrigée.");
    }
    return kept.kind === "saved" ? { kind: "saved", version: kept.version } : kept;
  });
}

/**
 * Writes the text over the version it was read from, in the transaction of whoever keeps or approves it.
 *
 * @throws Refusal `no_minutes`, `minutes_are_published`
 */
export async function keepText(
  tx: Tx,
  actor: Actor,
  { meetingId, version, body, publicPart }: MinutesInput,
  now: Date,
): Promise<{ kind: "saved"; version: number; isApproved: boolean } | { kind: "conflict"; theirs: Theirs }> {
  const kept = await tx.minutes.findUnique({
    relationLoadStrategy: "join",
    where: { meetingId },
    select: {
      version: true,
      body: true,
      publicPart: true,
      savedAt: true,
      approvedAt: true,
      publishedAt: true,
      savedBy: { select: { firstName: true, lastName: true } },
    },
  });
  if (!kept) throw new Refusal("no_minutes", "Ce compte rendu n’est pas commencé.");
  if (kept.publishedAt)
    throw new Refusal("minutes_are_published", "Ce compte rendu est publié\u202f: il ne change plus.");
  const isApproved = kept.approvedAt !== null;
  if (kept.body === body && kept.publicPart === publicPart) return { kind: "saved", version: kept.version, isApproved };
  if (kept.version !== version) {
    const by = kept.savedBy && `${kept.savedBy.firstName} ${kept.savedBy.lastName}`;
    const theirs = { version: kept.version, body: kept.body, publicPart: kept.publicPart, by, at: kept.savedAt };
    return { kind: "conflict", theirs };
  }
  await tx.minutes.update({
    where: { meetingId },
    data: { body, publicPart, version: { increment: 1 }, savedAt: now, savedById: personIdOf(actor) },
    select: { meetingId: true },
  });
  return { kind: "saved", version: version + 1, isApproved };
}

/**
 * A meeting that `actor` runs, held until the end: two who save wait for each other.
 *
 * @throws Refusal `forbidden`
 */
export async function holdRunMeeting(tx: Tx, actor: Actor, meetingId: string, now: Date) {
  await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
  const meeting = await tx.meeting.findFirst({
    relationLoadStrategy: "join",
    where: { id: meetingId, event: { AND: [{ cancellation: null }, permitted(actor, "schedule", "Event", now)] } },
    select: {
      event: {
        select: {
          id: true,
          slug: true,
          kind: true,
          title: true,
          visibility: true,
          startsAt: true,
          commissionId: true,
          commission: { select: { slug: true, name: true } },
        },
      },
    },
  });
  if (!meeting) throw notYourMeeting(actor, now);
  const { id: eventId, ...event } = meeting.event;
  return { ...event, id: meetingId, eventId, day: dayOf(event.startsAt) };
}
export type RunMeeting = Awaited<ReturnType<typeof holdRunMeeting>>;

/** Everybody an action can be given to, by the names they may be called: those called and those noted. */
export async function listNameable(tx: Tx, meetingId: string): Promise<Nameable[]> {
  const people = await tx.person.findMany({
    where: {
      OR: [{ meetingInvitations: { some: { meetingId } } }, { attendances: { some: { meetingId } } }],
      erasedAt: null,
    },
    orderBy: { id: "asc" },
    take: 2_000,
    select: { id: true, firstName: true, lastName: true, email: true },
  });
  return people.map(({ id, firstName, lastName, email }) => ({
    id,
    names: [`${firstName} ${lastName}`, `${lastName} ${firstName}`, firstName, lastName, email],
  }));
}

/** The meetings of the same body before this one. */
export function earlierThan({ kind, commissionId, startsAt }: Pick<RunMeeting, "kind" | "commissionId" | "startsAt">) {
  return { event: { kind, commissionId, startsAt: { lt: startsAt } } };
}

async function draftFor(tx: Tx, meeting: RunMeeting): Promise<string> {
  const earlier = earlierThan(meeting);
  const name = { select: { firstName: true, lastName: true } } as const;
  const items = await tx.agendaItem.findMany({
    where: { meetingId: meeting.id, isProposal: false },
    orderBy: { position: "asc" },
    select: { title: true, owner: name },
  });
  const topics = await tx.meetingTopic.findMany({
    where: { closedInId: null, meeting: earlier, agendaItems: { none: { meetingId: meeting.id } } },
    orderBy: { id: "asc" },
    take: 40,
    select: { text: true },
  });
  const actions = await tx.actionItem.findMany({
    where: { doneAt: null, meeting: earlier },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 40,
    select: { text: true, dueOn: true, owner: name },
  });
  return draftOf({
    items: items.map(({ title, owner }) => ({ title, owner: owner && `${owner.firstName} ${owner.lastName}` })),
    topics: topics.map(({ text }) => text),
    actions: actions.map(({ text, dueOn, owner }) => ({
      text,
      owner: `${owner.firstName} ${owner.lastName}`,
      dueOn: dayOfColumn(dueOn),
    })),
  });
}
