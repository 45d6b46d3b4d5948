import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { notify } from "#lib/notices/commands";
import { speakingOn } from "#lib/people/affiliations/rules";
import { columnOfDay, dayOf, formatInstant } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";

// What posting and importing have in common, inside their transactions.

/** Long subjects are cut at a word: a notice's title is one line. */
const SHOWN = 90;

const told = z.array(z.object({ personId: z.uuid(), tenderId: z.uuid() }));

/**
 * Tells of new tenders whoever wants to hear of them: by the skills of their structures, by others they
 * chose, by codes. Without a choice, référents hear of what asks for a skill of their structure.
 */
export async function tellOfNew(tx: Tx, tenderIds: string[], by: string | null, now: Date): Promise<void> {
  if (tenderIds.length === 0) return;
  const today = columnOfDay(dayOf(now));
  const rows = await tx.$queryRaw`
    SELECT DISTINCT a."personId", t.id AS "tenderId"
      FROM tender t
      JOIN tender_lot l ON l."tenderId" = t.id AND l."withdrawnAt" IS NULL
      LEFT JOIN tender_lot_skill ls ON ls."lotId" = l.id
      LEFT JOIN skill k ON k.id = ls."skillId"
      CROSS JOIN affiliation a
      JOIN structure s ON s.id = a."structureId" AND s.status = 'active'
      JOIN person p ON p.id = a."personId" AND p."erasedAt" IS NULL
      LEFT JOIN tender_alert f ON f."personId" = a."personId"
     WHERE t.id = ANY(${tenderIds}::uuid[]) AND a."startsOn" <= ${today}::date AND coalesce(a."endsOn", ${today}::date) >= ${today}::date
       AND a."personId" IS DISTINCT FROM ${by}::uuid
       AND NOT EXISTS (SELECT 1 FROM suspension x WHERE x."personId" = a."personId")
       AND (coalesce(cardinality(f.departments), 0) = 0 OR f.departments && t.departments)
       AND (coalesce(f."ownSkills", a.role = 'primary_contact') AND EXISTS (
              SELECT 1 FROM structure_skill o WHERE o."structureId" = a."structureId" AND o."skillId" = ls."skillId")
            OR k.slug = ANY(f.skills)
            OR EXISTS (SELECT 1 FROM unnest(l."cpvCodes") code, unnest(f."cpvPrefixes") start WHERE starts_with(code, start)))`;
  const tenders = await tx.tender.findMany({
    where: { id: { in: tenderIds } },
    select: { id: true, subject: true, buyer: true, respondBefore: true },
  });
  const titles = new Map(
    tenders.map(({ id, subject, buyer, respondBefore }) => [
      id,
      `Appel d’offres à votre portée\u202f: ${short(subject)} (${short(buyer)}), avant le ${formatInstant(respondBefore)}.`,
    ]),
  );
  await notify(
    tx,
    told.parse(rows).map(({ personId, tenderId }) => ({
      personId,
      kind: "tender-spotted",
      fact: `tender ${tenderId} spotted`,
      title: titles.get(tenderId) ?? "",
      path: paths.tender(tenderId),
    })),
    now,
  );
}

/**
 * Moves a deadline, keeps the former one in its history, and tells the people of the structures that raised
 * a hand. Not by a mail of its own: the board reads who was written to, and must not learn who would answer.
 */
export async function moveDeadline(
  tx: Tx,
  tender: { id: string; subject: string; respondBefore: Date },
  to: Date,
  personId: string | null,
  now: Date,
): Promise<void> {
  if (tender.respondBefore.getTime() === to.getTime()) return;
  const id = randomUUID();
  await tx.tenderDeadlineChange.create({
    data: { id, tenderId: tender.id, from: tender.respondBefore, to, personId, changedAt: now },
    select: { id: true },
  });
  // Consortia may have been opened for a notice that was merged into this one since.
  const both = { OR: [{ id: tender.id }, { mergedIntoId: tender.id }] };
  await tx.tender.updateMany({ where: both, data: { respondBefore: to } });
  await tellHands(
    tx,
    tender.id,
    {
      kind: "tender-deadline",
      fact: `tender deadline ${id}`,
      title: `«\u202f${short(tender.subject)}\u202f» est à rendre avant le ${formatInstant(to)}, et non plus le ${formatInstant(tender.respondBefore)}.`,
    },
    now,
  );
}

/** Tells something of a tender to the people of the structures that raised a hand for it. */
export async function tellHands(
  tx: Tx,
  tenderId: string,
  notice: { kind: string; fact: string; title: string; path?: string },
  now: Date,
  exceptStructureId?: string,
): Promise<void> {
  const people = await tx.affiliation.findMany({
    where: {
      ...speakingOn(dayOf(now)),
      structure: { status: "active", tenderHands: { some: { tenderId } } },
      ...(exceptStructureId ? { structureId: { not: exceptStructureId } } : {}),
    },
    distinct: ["personId"],
    select: { personId: true },
    take: 2_000,
  });
  await notify(
    tx,
    people.map(({ personId }) => ({ personId, path: paths.tender(tenderId), ...notice })),
    now,
  );
}

/**
 * Notes that a consultation is no more, or, with null, that it is again; those who raised a hand are told. Members of
 * consortia are told by a job of their own.
 */
export async function setWithdrawn(
  tx: Tx,
  { id, subject }: { id: string; subject: string },
  withdrawnAt: Date | null,
  now: Date,
): Promise<void> {
  const both = { OR: [{ id }, { mergedIntoId: id }] };
  await tx.tender.updateMany({ where: both, data: { withdrawnAt, updatedAt: now } });
  const title = withdrawnAt ? "est abandonné" : "n’est plus abandonné\u202f: on peut de nouveau y répondre";
  await tellHands(
    tx,
    id,
    {
      kind: "tender-withdrawn",
      fact: `tender ${id} ${withdrawnAt ? "withdrawn" : "restored"} ${now.toISOString()}`,
      title: `«\u202f${short(subject)}\u202f» ${title}.`,
    },
    now,
  );
}

/**
 * Notes, of new tenders, which older one each looks like: nearly the same buyer, a deadline within two days,
 * words in common in what is asked. Somebody then says whether they are the same.
 */
export async function noteResemblances(tx: Tx, tenderIds: string[]): Promise<void> {
  if (tenderIds.length === 0) return;
  await tx.$executeRaw`
    WITH new AS MATERIALIZED (
           SELECT id, "respondBefore", plain(buyer) AS buyer, plain(subject) AS subject, plain(reference) AS reference
             FROM tender WHERE id = ANY(${tenderIds}::uuid[])),
         near AS MATERIALIZED (
           SELECT id, "respondBefore", plain(buyer) AS buyer, plain(subject) AS subject, plain(reference) AS reference,
                  id = ANY(${tenderIds}::uuid[]) AS "isNew"
             FROM tender WHERE "mergedIntoId" IS NULL
              AND "respondBefore" BETWEEN (SELECT min("respondBefore") FROM new) - interval '2 days'
                                      AND (SELECT max("respondBefore") FROM new) + interval '2 days')
    INSERT INTO tender_resemblance ("tenderId", "olderId")
    SELECT DISTINCT ON (n.id) n.id, o.id
      FROM new n JOIN near o ON (NOT o."isNew" OR o.id < n.id)
       AND o."respondBefore" BETWEEN n."respondBefore" - interval '2 days' AND n."respondBefore" + interval '2 days'
     WHERE (o.reference IS NULL OR n.reference IS NULL OR o.reference = n.reference)
       AND (similarity(o.buyer, n.buyer) > 0.5 OR n.buyer <% o.buyer OR o.buyer <% n.buyer)
       AND similarity(o.subject, n.subject) > 0.3
     ORDER BY n.id, similarity(o.subject, n.subject) DESC, o.id
    ON CONFLICT DO NOTHING`;
}

function short(text: string): string {
  if (text.length <= SHOWN) return text;
  return `${text.slice(0, SHOWN).replace(/\s+\S*$/, "")}…`;
}
