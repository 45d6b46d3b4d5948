import "server-only";
import { type Db, db, type Tx } from "#lib/platform/db";
import { fold } from "#lib/platform/slug";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { type ImportError, keysOf, readProspects } from "./rules.ts";
import type { ProspectField, ProspectRow } from "./schema.ts";

/** What an import would do, told before it does. */
export interface ImportPreview {
  columns: { title: string; field: ProspectField | null }[];
  errors: ImportError[];
  rows: { line: number; row: ProspectRow; known: "member" | "prospect" | null }[];
}

/** Reads a file and compares it with members and prospects; writes nothing. */
export async function previewImport(actor: Actor, content: string, now: Date): Promise<ImportPreview> {
  authorize(actor, "import", "Prospect", now);
  return await compare(db(), content);
}

/** The same comparison, inside the transaction that imports. */
export async function compare(client: Db | Tx, content: string): Promise<ImportPreview> {
  const { columns, rows, errors } = readProspects(content);
  if (rows.length === 0) return { columns, rows: [], errors };
  const select = { name: true, postalCode: true, siret: true } as const;
  const members = await client.structure.findMany({ where: { status: "active" }, select });
  const prospects = await client.prospect.findMany({ select });
  const memberKeys = new Set(members.flatMap(keysOf));
  const memberNames = new Set(members.map(({ name }) => fold(name)));
  const prospectKeys = new Set(prospects.flatMap(keysOf));
  return {
    columns,
    errors,
    rows: rows.map(({ line, row }) => {
      const keys = keysOf(row);
      // Members whose town nobody knows are known by their name alone.
      const isMember = keys.some((key) => memberKeys.has(key)) || memberNames.has(fold(row.name));
      return { line, row, known: isMember ? "member" : keys.some((key) => prospectKeys.has(key)) ? "prospect" : null };
    }),
  };
}
