import "server-only";
import { inOrder } from "#lib/meetings/circle/queries";
import { dayOf } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import { STANCE_LABELS } from "../labels.ts";
import { termsOf } from "../rules.ts";
import type { NewAssembly } from "../schema.ts";

/** What every decision is answered with. */
export const ANSWERS = (["for", "against", "abstention"] as const).map((stance, position) => ({
  position,
  stance,
  label: STANCE_LABELS[stance],
}));

/** Makes an assembly of a meeting, in the transaction of whoever convenes it: its rules, its voters, what it votes on. */
export async function formAssembly(
  tx: Tx,
  meetingId: string,
  { kind, resolutions, firstCallId }: NewAssembly,
  now: Date,
): Promise<void> {
  const statutes = await tx.assemblyRules.findUniqueOrThrow({ where: { kind } });
  const { quorumPercent } = termsOf(statutes, firstCallId !== undefined);
  const { proxiesPerHolder, presidentDecidesTies } = statutes;
  await tx.assembly.create({
    data: {
      meetingId,
      kind,
      quorumPercent,
      proxiesPerHolder,
      presidentDecidesTies,
      firstCallId: firstCallId ?? null,
    },
    select: { meetingId: true },
  });
  await syncVoters(tx, meetingId, now);
  if (firstCallId) await takeUp(tx, meetingId, firstCallId);
  const taken = await tx.resolution.count({ where: { assemblyId: meetingId } });
  const majority = kind === "extraordinary" ? ("two_thirds" as const) : ("simple" as const);
  for (const [index, title] of resolutions.entries()) {
    await tx.resolution.create({
      data: { assemblyId: meetingId, position: taken + index + 1, title, majority, choices: { create: ANSWERS } },
      select: { id: true },
    });
  }
}

/**
 * Brings the list of voters up to today: members in order and people of the board join it, the others leave it
 * with their proxies. Until the session opens.
 */
export async function syncVoters(tx: Tx, meetingId: string, now: Date): Promise<void> {
  const { kind } = await tx.assembly.findUniqueOrThrow({ where: { meetingId }, select: { kind: true } });
  const inForce = inForceOn(dayOf(now));
  if (kind === "board") {
    const seats = await tx.mandate.findMany({
      where: { AND: [inForce, { commissionId: null, person: { erasedAt: null } }] },
      distinct: ["personId"],
      orderBy: { personId: "asc" },
      take: 200,
      select: { personId: true },
    });
    const personIds = seats.map(({ personId }) => personId);
    await tx.assemblyVoter.deleteMany({ where: { assemblyId: meetingId, personId: { notIn: personIds } } });
    await tx.assemblyVoter.createMany({
      data: personIds.map((personId) => ({ assemblyId: meetingId, personId })),
      skipDuplicates: true,
    });
    return;
  }
  const members = await tx.structure.findMany({
    where: inOrder(now),
    orderBy: { id: "asc" },
    take: 5_000,
    select: { id: true },
  });
  const structureIds = members.map(({ id }) => id);
  await tx.assemblyVoter.deleteMany({ where: { assemblyId: meetingId, structureId: { notIn: structureIds } } });
  await tx.assemblyVoter.createMany({
    data: structureIds.map((structureId) => ({ assemblyId: meetingId, structureId })),
    skipDuplicates: true,
  });
}

/** What the first call was to vote on and did not, again and in the same words. */
async function takeUp(tx: Tx, meetingId: string, firstCallId: string): Promise<void> {
  const former = await tx.resolution.findMany({
    relationLoadStrategy: "join",
    where: { assemblyId: firstCallId, outcome: { is: null } },
    orderBy: { position: "asc" },
    take: 100,
    select: {
      kind: true,
      title: true,
      text: true,
      isSecret: true,
      majority: true,
      seats: true,
      choices: { orderBy: { position: "asc" }, select: { position: true, stance: true, label: true } },
    },
  });
  for (const [index, { choices, ...resolution }] of former.entries()) {
    await tx.resolution.create({
      data: { ...resolution, assemblyId: meetingId, position: index + 1, choices: { create: choices } },
      select: { id: true },
    });
  }
}
