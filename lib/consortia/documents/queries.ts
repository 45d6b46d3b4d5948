import "server-only";
import { db } from "#lib/platform/db";
import { storage } from "#lib/platform/storage";
import { isUuid } from "#lib/platform/uuid";
import { can, permitted, readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { archive } from "./archive.ts";
import { archiveNames, safeFileName } from "./rules.ts";

export type DocumentView = Awaited<ReturnType<typeof listDocuments>>[number];

/** The documents that `actor` may read, each with its versions, the last first. */
export async function listDocuments(actor: Actor, consortiumId: string, now: Date) {
  const rows = await db().consortiumDocument.findMany({
    relationLoadStrategy: "join",
    where: { AND: [{ consortiumId }, readable(actor, "ConsortiumDocument", now)] },
    orderBy: [{ isFinal: "desc" }, { title: "asc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      title: true,
      isConfidential: true,
      isFinal: true,
      structureId: true,
      seat: { select: { structure: { select: { name: true } } } },
      versions: {
        orderBy: { number: "desc" },
        take: 50,
        select: {
          id: true,
          number: true,
          fileName: true,
          size: true,
          sha256: true,
          note: true,
          uploadedAt: true,
          removedAt: true,
          uploadedBy: { select: { firstName: true, lastName: true } },
        },
      },
    },
  });
  return rows.map(({ seat, versions, ...document }) => ({
    ...document,
    givenBy: seat.structure.name,
    versions: versions.map(({ uploadedBy, ...version }) => ({
      ...version,
      by: `${uploadedBy.firstName} ${uploadedBy.lastName}`,
    })),
  }));
}

/** Whether `actor` may give documents to this consortium: asked before a file is read. */
export async function mayDeposit(actor: Actor, consortiumId: string, now: Date): Promise<boolean> {
  if (!isUuid(consortiumId) || !can(actor, "update", "Consortium", now)) return false;
  const where = { AND: [{ id: consortiumId }, permitted(actor, "update", "Consortium", now)] };
  return (await db().consortium.count({ where })) > 0;
}

/** A version's file as it was given; null when it is gone, or nothing of `actor`'s. */
export async function openDocumentFile(actor: Actor, { id, version }: { id: string; version: string }, now: Date) {
  if (!isUuid(id) || !isUuid(version)) return null;
  const found = await db().consortiumDocumentVersion.findFirst({
    where: {
      id: version,
      removedAt: null,
      document: { AND: [{ consortiumId: id }, readable(actor, "ConsortiumDocument", now)] },
    },
    select: { fileName: true, size: true, storageKey: true },
  });
  const content = found && (await storage().open(found.storageKey));
  return content ? { name: safeFileName(found.fileName), size: found.size, content } : null;
}

/** The final answer as one archive, written as it is read; null when nothing is in it, or nothing of `actor`'s. */
export async function openArchive(actor: Actor, consortiumId: string, now: Date) {
  if (!isUuid(consortiumId)) return null;
  const documents = await db().consortiumDocument.findMany({
    where: { AND: [{ consortiumId, isFinal: true }, readable(actor, "ConsortiumDocument", now)] },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    take: 200,
    select: {
      title: true,
      versions: {
        where: { removedAt: null },
        orderBy: { number: "desc" },
        take: 1,
        select: { fileName: true, storageKey: true, sha256: true, uploadedAt: true },
      },
    },
  });
  const files = documents.flatMap(({ title, versions: [last] }) => (last ? [{ title, ...last }] : []));
  if (files.length === 0) return null;
  const names = archiveNames(files);
  return archive(files.map((file, index) => ({ ...file, name: names[index] ?? file.fileName })));
}
