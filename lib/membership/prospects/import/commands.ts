import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { authorize } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { townColumns } from "#lib/territory/communes";
import { compare } from "./queries.ts";

/**
 * Adds to the list the companies of a file that are neither members nor there already; wrong rows are
 * left out, as the preview said. Imports wait for each other; the same file twice adds nothing.
 *
 * @throws Refusal `forbidden`, `nothing_to_import`
 */
export async function importProspects(actor: Actor, { content }: { content: string }, now: Date): Promise<number> {
  authorize(actor, "import", "Prospect", now);
  return await db().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import-prospects'))`;
      const { rows } = await compare(tx, content);
      const fresh = rows.filter(({ known }) => known === null).map(({ row }) => ({ id: crypto.randomUUID(), row }));
      if (fresh.length === 0)
        throw new Refusal("nothing_to_import", "Ce fichier n’apporte aucune entreprise nouvelle.");
      await tx.prospect.createMany({
        data: fresh.map(({ id, row: { note: _note, city, ...row } }) => {
          const { citySlug } = townColumns(city);
          return { id, ...row, city, citySlug, addedAt: now };
        }),
      });
      const authorId = personIdOf(actor);
      await tx.prospectEntry.createMany({
        data: fresh
          .filter(({ row }) => row.note !== "")
          .map(({ id, row }) => ({ prospectId: id, note: row.note, writtenAt: now, authorId })),
      });
      await recordAct(tx, actor, {
        action: "import-prospects",
        subject: { kind: "Prospect" },
        detail: { added: fresh.length },
      });
      return fresh.length;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}
