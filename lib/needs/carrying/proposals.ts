import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { speakingOn } from "#lib/people/affiliations/rules";
import { dayOf } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { leadMails, type MailedNeed, proposedMails, type Recipient } from "../mails.ts";

/** Puts a need before members and tells them; gives their names. In the transaction that decided so. */
export async function propose(
  tx: Tx,
  need: MailedNeed,
  structureIds: string[],
  { now, dueAt }: { now: Date; dueAt: Date },
): Promise<string[]> {
  if (structureIds.length === 0) return [];
  await tx.introduction.updateMany({
    where: { needId: need.id, structureId: { in: structureIds }, state: "chosen" },
    data: { state: "waiting", proposedAt: now, dueAt },
  });
  await tx.introduction.createMany({
    data: structureIds.map((structureId) => ({ needId: need.id, structureId, proposedAt: now, dueAt })),
    skipDuplicates: true,
  });
  const recipients = await recipientsOf(tx, structureIds, now);
  await queueMail(tx, ...proposedMails(recipients, need, dueAt));
  const structures = await tx.structure.findMany({ where: { id: { in: structureIds } }, select: { name: true } });
  return structures.map(({ name }) => name);
}

/** Tells the people who lead the need's commission, else the board's president, that somebody must answer. */
export async function tellLead(tx: Tx, need: MailedNeed & { commissionId: string | null }, now: Date): Promise<void> {
  await tx.need.update({ where: { id: need.id }, data: { escalatedAt: now }, select: { id: true } });
  const mandates = await tx.mandate.findMany({
    where: {
      ...speakingOn(dayOf(now)),
      AND: [
        {
          OR: [
            ...(need.commissionId ? [{ commissionId: need.commissionId, function: "lead" as const }] : []),
            { function: "president" },
          ],
        },
      ],
    },
    select: { function: true, person: { select: { id: true, email: true, firstName: true, lastName: true } } },
  });
  const leads = mandates.filter((mandate) => mandate.function === "lead");
  const told = leads.length > 0 ? leads : mandates;
  await queueMail(
    tx,
    ...leadMails(
      told.map(({ person }) => recipient(person)),
      need,
    ),
  );
}

/** Who is written to in a structure: its people, any of whom may answer; without any, its public address. */
export async function recipientsOf(tx: Tx, structureIds: string[], now: Date): Promise<Recipient[]> {
  const structures = await tx.structure.findMany({
    where: { id: { in: structureIds } },
    select: {
      email: true,
      affiliations: {
        where: {
          ...speakingOn(dayOf(now)),
        },
        select: { person: { select: { id: true, email: true, firstName: true, lastName: true } } },
      },
    },
  });
  return structures.flatMap(({ email, affiliations }) => {
    if (affiliations.length > 0) return affiliations.map(({ person }) => recipient(person));
    return email ? [{ address: email }] : [];
  });
}

function recipient({
  id,
  email,
  firstName,
  lastName,
}: {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
}) {
  return { address: email, name: `${firstName} ${lastName}`, personId: id };
}
