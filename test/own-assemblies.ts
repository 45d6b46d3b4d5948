import { randomUUID } from "node:crypto";
import pg from "pg";
import { conveneAssembly } from "#lib/assemblies/convening/commands";
import { conveneInput } from "#lib/assemblies/convening/schema";
import { loadRoll, type VoterView } from "#lib/assemblies/roll/queries";
import { openSession } from "#lib/assemblies/session/commands";
import type { AssemblyKind } from "#lib/generated/prisma/enums";
import { addDays, type Day, dayOf, fromParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import { actorOf } from "./cast.ts";
import { addHouse } from "./own-people.ts";

/** The day so many days after the tests' assemblies are convened, while the demonstration's board sits. */
export const afterConvening = (days: number): Day => addDays(dayOf(new Date()), 41 + days);

/** When they are convened, and when they are held. */
export const CONVENED = fromParis(afterConvening(0), "10:00");
export const DAY = afterConvening(22);
export const HELD = fromParis(DAY, "18:30");

const made: string[] = [];

/** Somebody who speaks for a member of their own, with the vote that is theirs. */
export interface House {
  actor: PersonActor;
  structureId: string;
}

export async function addHouses(count: number): Promise<House[]> {
  const houses = await Promise.all(Array.from({ length: count }, addHouse));
  return houses.map(({ structure, referent }) => ({ actor: referent, structureId: structure.id }));
}

/** What is typed to convene, good as it is. */
export function typed(more: Record<string, unknown> = {}) {
  return {
    kind: "ordinary",
    title: `Séance ${randomUUID()}`,
    day: DAY,
    from: "18:30",
    to: "20:30",
    format: "in_person",
    place: "Chez nous",
    ...more,
  };
}

/** Convened by the president; gives the id of the assembly, that of its event, its address. */
export async function convene(kind: AssemblyKind, more: Record<string, unknown> = {}) {
  const president = await actorOf("president");
  const slug = await conveneAssembly(president, conveneInput.parse(typed({ kind, ...more })), CONVENED);
  const event = await db().event.findUniqueOrThrow({
    where: { slug },
    select: { id: true, meeting: { select: { id: true } } },
  });
  made.push(event.id);
  return { president, slug, eventId: event.id, assemblyId: event.meeting?.id ?? "" };
}

/** Without a quorum, and opened: whatever else there is to try can be. */
export async function convenedAndOpen(kind: AssemblyKind, more: Record<string, unknown> = {}) {
  const assembly = await convene(kind, more);
  await db().assembly.update({ where: { meetingId: assembly.assemblyId }, data: { quorumPercent: 0 } });
  await openSession(assembly.president, assembly.assemblyId, HELD);
  return assembly;
}

/** The voter that a structure is at this assembly. */
export async function voterOf(assemblyId: string, { structureId }: House): Promise<VoterView> {
  const row = await db().assemblyVoter.findFirstOrThrow({ where: { assemblyId, structureId }, select: { id: true } });
  const voter = (await loadRoll(db(), assemblyId)).voters.find(({ id }) => id === row.id);
  if (!voter) throw new Error("not on the roll");
  return voter;
}

/** The resolutions of an assembly with their choices, in order. */
export function listResolutions(assemblyId: string) {
  return db().resolution.findMany({
    where: { assemblyId },
    orderBy: { position: "asc" },
    select: {
      id: true,
      title: true,
      isSecret: true,
      outcome: true,
      choices: {
        orderBy: { position: "asc" },
        select: { id: true, stance: true, label: true, votes: true, isElected: true },
      },
    },
  });
}

/** One that a test convened by itself. */
export function adoptForCleaning(eventId: string): void {
  made.push(eventId);
}

/** Takes them all away again, closed votes too, which only the owner of the database can. */
export async function removeOwnAssemblies(): Promise<void> {
  const eventIds = made.splice(0);
  const client = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
  await client.connect();
  const ofThese = `SELECT r.id FROM resolution r JOIN meeting m ON m.id = r."assemblyId" WHERE m."eventId" = ANY($1)`;
  await client.query("SET session_replication_role = replica");
  await client.query(`DELETE FROM resolution_outcome WHERE "resolutionId" IN (${ofThese})`, [eventIds]);
  await client.query("SET session_replication_role = origin");
  await client.query(`DELETE FROM resolution WHERE id IN (${ofThese})`, [eventIds]);
  // The second calls first: the first ones are history to them.
  await client.query(
    `DELETE FROM assembly a USING meeting m WHERE m.id = a."meetingId" AND m."eventId" = ANY($1) AND a."firstCallId" IS NOT NULL`,
    [eventIds],
  );
  await client.query("DELETE FROM event WHERE id = ANY($1)", [eventIds]);
  await client.end();
}
