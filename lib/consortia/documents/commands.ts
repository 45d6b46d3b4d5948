import "server-only";
import { openAsBlob } from "node:fs";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { newKey, storage } from "#lib/platform/storage";
import type { ReceivedFile } from "#lib/platform/uploads";
import { permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { enter, noteFact, tellMembers } from "../workspace.ts";
import { safeFileName } from "./rules.ts";
import type { ChooseFinalInput, DepositInput, WithdrawDocumentInput } from "./schema.ts";

/**
 * Gives a document, or the version that follows the one named: when another followed it meanwhile, this
 * one is refused and nothing is overwritten.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_document_version_in_turn`, `consortium_is_frozen`
 */
export async function depositDocument(
  actor: Actor,
  { id, ...input }: DepositInput & { id: string },
  file: ReceivedFile,
  now: Date,
): Promise<void> {
  const storageKey = newKey("documents", "bin");
  await storage().put(storageKey, await openAsBlob(file.path), "application/octet-stream");
  try {
    await db().$transaction(async (tx) => {
      const { person, structureId, structureName } = await enter(tx, actor, "update", id, now);
      const document =
        input.kind === "new"
          ? await tx.consortiumDocument.create({
              data: { consortiumId: id, structureId, title: input.title, isConfidential: input.isConfidential },
              select: { id: true, title: true, isConfidential: true },
            })
          : await tx.consortiumDocument.findFirst({
              where: {
                AND: [
                  { id: input.documentId, consortiumId: id },
                  permitted(actor, "update", "ConsortiumDocument", now),
                ],
              },
              select: { id: true, title: true, isConfidential: true },
            });
      if (!document) throw noSuchDocument();
      const number = input.kind === "new" ? 1 : input.replaces + 1;
      await tx.consortiumDocumentVersion.create({
        data: {
          documentId: document.id,
          number,
          fileName: safeFileName(file.name),
          size: file.size,
          sha256: file.sha256,
          storageKey,
          note: input.note,
          uploadedAt: now,
          uploadedById: person.personId,
          structureId,
        },
        select: { id: true },
      });
      // Of a confidential folder the others learn nothing, not even that it is filled.
      if (document.isConfidential) return;
      const title = `${structureName} dépose «\u202f${document.title}\u202f», version ${number}.`;
      await noteFact(tx, id, title, now);
      const told = { consortiumId: id, fact: `document ${document.id} ${number}`, title };
      await tellMembers(tx, { ...told, path: paths.consortiumDocuments(id) }, person, now);
    });
  } catch (error) {
    await storage().remove(storageKey);
    throw error;
  }
}

function noSuchDocument(): Refusal {
  return new Refusal("not_found", "Ce document n’est plus là.");
}

/** Puts a document into the final answer, or takes it out. @throws Refusal `forbidden`, `not_found`, `consortium_is_frozen` */
export async function chooseFinal(
  actor: Actor,
  { id, documentId, isFinal }: ChooseFinalInput,
  now: Date,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await enter(tx, actor, "lead", id, now);
    const { count } = await tx.consortiumDocument.updateMany({
      where: { id: documentId, consortiumId: id, withdrawnAt: null },
      data: { isFinal },
    });
    if (count === 0) throw noSuchDocument();
  });
}

/**
 * Withdraws a document that one's own structure gave, with its files. That it was there stays written.
 *
 * @throws Refusal `forbidden`, `not_found`, `consortium_is_frozen`
 */
export async function withdrawDocument(
  actor: Actor,
  { id, documentId }: WithdrawDocumentInput,
  now: Date,
): Promise<void> {
  const keys = await db().$transaction(async (tx) => {
    const { structureId, structureName } = await enter(tx, actor, "update", id, now);
    const document = await tx.consortiumDocument.findFirst({
      where: { id: documentId, consortiumId: id, structureId, withdrawnAt: null },
      select: { title: true, isConfidential: true },
    });
    if (!document) throw noSuchDocument();
    await tx.consortiumDocument.update({ where: { id: documentId }, data: { withdrawnAt: now }, select: { id: true } });
    const versions = { documentId, removedAt: null };
    const files = await tx.consortiumDocumentVersion.findMany({ where: versions, select: { storageKey: true } });
    await tx.consortiumDocumentVersion.updateMany({ where: versions, data: { removedAt: now } });
    if (!document.isConfidential)
      await noteFact(tx, id, `${structureName} retire «\u202f${document.title}\u202f».`, now);
    return files.map(({ storageKey }) => storageKey);
  });
  await Promise.all(keys.map((key) => storage().remove(key)));
}
