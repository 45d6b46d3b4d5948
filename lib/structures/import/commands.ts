import "server-only";
import { isDeepStrictEqual } from "node:util";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { fold } from "#lib/platform/slug";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { townColumns } from "#lib/territory/communes";
import { freeSlug } from "../rules.ts";
import { EXPORTED, keysOf, type RowError, readMembers, rowOf } from "./rules.ts";
import type { Column, MemberRow } from "./schema.ts";

export interface ImportReport {
  created: number;
  changed: number;
  unchanged: number;
  /** Not empty: nothing was imported. */
  errors: RowError[];
}

/**
 * Imports a file of members, all of it or nothing, in one transaction. A structure already known is
 * brought to what the columns of the file say; one that already says so is not written at all. Imports wait for
 * each other.
 *
 * @throws Refusal `forbidden`
 */
export async function importMembers(actor: Actor, bytes: Uint8Array, now: Date): Promise<ImportReport> {
  authorize(actor, "import", "Structure", now);
  const { columns, rows, errors } = readMembers(bytes);
  if (errors.length > 0) return refused(errors);
  return await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import-members'))`;
      const known = await loadKnown(tx);
      const unknown = rows.flatMap(({ line, row }) =>
        unknownCommissions(known, row).map((slug) => ({
          line,
          column: "commissions",
          reason: `commission inconnue\u202f: ${slug}`,
        })),
      );
      if (unknown.length > 0) return refused(unknown);
      const file = { columns, rows: rows.map(({ row }) => row) };
      const report = await write(tx, known, file, now);
      if (report.created + report.changed > 0) {
        await tx.auditEntry.create({
          data: {
            action: "import-members",
            subjectKind: "Structure",
            detail: { created: report.created, changed: report.changed },
          },
        });
      }
      return { ...report, errors: [] };
    },
    { timeout: 120_000, maxWait: 120_000 },
  );
}

type Known = Awaited<ReturnType<typeof loadKnown>>;

/** Everything that rows are compared with, in four queries whatever the number of rows. */
async function loadKnown(tx: Tx) {
  const structures = await tx.structure.findMany({ relationLoadStrategy: "join", select: EXPORTED });
  const former = await tx.formerSlug.findMany({ where: { kind: "structure" }, select: { slug: true } });
  const skills = await tx.skill.findMany({ select: { id: true, label: true } });
  const commissions = await tx.commission.findMany({ orderBy: { position: "asc" }, select: { id: true, slug: true } });
  return {
    bySiret: new Map(
      structures.flatMap((structure) => (structure.siret ? [[structure.siret, structure] as const] : [])),
    ),
    byName: new Map(structures.map((structure) => [keysOf(structure).name, structure] as const)),
    slugs: new Set([...structures, ...former].map(({ slug }) => slug)),
    skillIds: new Map(skills.map(({ id, label }) => [fold(label), id])),
    skillLabels: new Map(skills.map(({ label }) => [fold(label), label])),
    commissions,
  };
}

async function write(
  tx: Tx,
  known: Known,
  { columns, rows }: { columns: Column[]; rows: MemberRow[] },
  now: Date,
): Promise<Omit<ImportReport, "errors">> {
  const created: { id: string; row: MemberRow; slug: string }[] = [];
  const changed: { id: string; row: MemberRow }[] = [];
  for (const row of rows.map((one) => settled(known, one))) {
    const match = findMatch(known, row);
    if (!match) created.push({ id: crypto.randomUUID(), row, slug: takeSlug(known.slugs, row.name) });
    else {
      // A column that the file does not have changes nothing: a SIRET stays, who was removed is not brought back.
      const told = { ...rowOf(match), ...Object.fromEntries(columns.map((column) => [column, row[column]])) };
      if (!isDeepStrictEqual(rowOf(match), told)) changed.push({ id: match.id, row: told });
    }
  }
  await tx.structure.createMany({
    data: created.map(({ id, slug, row }) => ({ id, slug, ...columnsOf(row), joinedOn: columnOfDay(dayOf(now)) })),
  });
  // Each row has values of its own: only those that differ are written.
  for (const { id, row } of changed) await tx.structure.update({ where: { id }, data: columnsOf(row) });
  const replaced = { where: { structureId: { in: changed.map(({ id }) => id) } } };
  await tx.structureSkill.deleteMany(replaced);
  await tx.commissionMember.deleteMany(replaced);
  const written = [...created, ...changed];
  await tx.structureSkill.createMany({ data: written.flatMap(({ id, row }) => skillsOf(known, id, row)) });
  await tx.commissionMember.createMany({
    data: written.flatMap(({ id, row }) =>
      known.commissions
        .filter(({ slug }) => row.commissions.includes(slug))
        .map((commission) => ({ structureId: id, commissionId: commission.id, joinedOn: columnOfDay(dayOf(now)) })),
    ),
  });
  return { created: created.length, changed: changed.length, unchanged: rows.length - created.length - changed.length };
}

/** The row as the database will give it back: labels of the taxonomy, commissions in the club's order. */
function settled({ skillLabels, commissions }: Known, row: MemberRow): MemberRow {
  const skills = new Map(row.skills.map((label) => [fold(label), skillLabels.get(fold(label)) ?? label]));
  return {
    ...row,
    skills: [...skills.values()],
    commissions: commissions.map(({ slug }) => slug).filter((slug) => row.commissions.includes(slug)),
  };
}

/** By SIRET, else by name and postal code, unless both have a SIRET and these differ. */
function findMatch({ bySiret, byName }: Known, row: MemberRow) {
  const keys = keysOf(row);
  const sameSiret = keys.siret ? bySiret.get(keys.siret) : undefined;
  if (sameSiret) return sameSiret;
  const sameName = byName.get(keys.name);
  return sameName && (!keys.siret || !sameName.siret) ? sameName : undefined;
}

function takeSlug(slugs: Set<string>, name: string): string {
  const slug = freeSlug(slugs, name);
  slugs.add(slug);
  return slug;
}

function columnsOf({ skills: _skills, commissions: _commissions, ...row }: MemberRow) {
  return { ...row, ...townColumns(row.city) };
}

function skillsOf({ skillIds }: Known, structureId: string, row: MemberRow) {
  return row.skills.map((label, position) => {
    const skillId = skillIds.get(fold(label));
    return { structureId, position, ...(skillId ? { skillId } : { ownLabel: label }) };
  });
}

function unknownCommissions({ commissions }: Known, row: MemberRow): string[] {
  return row.commissions.filter((slug) => !commissions.some((commission) => commission.slug === slug));
}

function refused(errors: RowError[]): ImportReport {
  return { created: 0, changed: 0, unchanged: 0, errors };
}
