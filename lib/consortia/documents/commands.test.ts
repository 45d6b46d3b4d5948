import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { refusalOf } from "#lib/platform/errors";
import { storage } from "#lib/platform/storage";
import type { PersonActor } from "#lib/policy/actor";
import {
  addConsortium,
  addPartner,
  again,
  invite,
  join as joinIt,
  retirePartners,
} from "../../../test/own-consortia.ts";
import { leaveConsortium } from "../leaving/commands.ts";
import { setPrices } from "../prices/commands.ts";
import { chooseFinal, depositDocument, withdrawDocument } from "./commands.ts";
import { listDocuments, openArchive, openDocumentFile } from "./queries.ts";
import type { DepositInput } from "./schema.ts";

const now = new Date();
const folder = mkdtempSync(join(tmpdir(), "documents-"));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await retirePartners();
});

function fileOf(text: string, name = "note.txt") {
  const path = join(folder, crypto.randomUUID());
  writeFileSync(path, text);
  return { path, name, size: Buffer.byteLength(text), sha256: createHash("sha256").update(text).digest("hex") };
}

const give = (actor: PersonActor, id: string, text: string, input: Partial<DepositInput> = {}) =>
  depositDocument(
    actor,
    { id, kind: "new", title: text, isConfidential: false, note: "", ...input } as DepositInput & { id: string },
    fileOf(text),
    now,
  );

const textOf = async (stream: ReadableStream<Uint8Array> | undefined) => (stream ? new Response(stream).text() : null);

describe("a document", () => {
  test("is replaced by whoever says which version; of two at once one is refused, and nothing is overwritten", async () => {
    const { id, leader, member } = await addConsortium({ lots: 1 });
    await give(leader, id, "Un");
    const [document] = await listDocuments(member, id, now);
    const next = { kind: "next" as const, documentId: document?.id ?? "", replaces: 1 };
    const both = await Promise.allSettled([give(leader, id, "Deux", next), give(member, id, "Trois", next)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = both.flatMap((answer) => (answer.status === "rejected" ? [refusalOf(answer.reason)?.code] : []));
    expect(refused).toEqual(["consortium_document_version_in_turn"]);
    const [after] = await listDocuments(member, id, now);
    expect(after?.versions.map(({ number }) => number)).toEqual([2, 1]);
    const [last, first] = after?.versions ?? [];
    for (const version of [last, first]) {
      const text = await textOf((await openDocumentFile(member, { id, version: version?.id ?? "" }, now))?.content);
      expect(
        createHash("sha256")
          .update(text ?? "")
          .digest("hex"),
      ).toBe(version?.sha256);
    }
    const late = await give(member, id, "Quatre", { ...next, replaces: 1 }).catch(refusalOf);
    expect(late).toMatchObject({ code: "consortium_document_version_in_turn" });
    await give(member, id, "Quatre", { ...next, replaces: 2 });
  });

  test("and its history cannot be rewritten, even by hand", async () => {
    const { id, leader } = await addConsortium({ lots: 1 });
    await give(leader, id, "Un");
    const version = await db().consortiumDocumentVersion.findFirstOrThrow({
      where: { document: { consortiumId: id } },
    });
    const where = { id: version.id };
    await expect(db().consortiumDocumentVersion.update({ where, data: { sha256: "0".repeat(64) } })).rejects.toThrow(
      /is_history/,
    );
    await expect(db().consortiumDocumentVersion.delete({ where })).rejects.toThrow(/is_history/);
  });

  test("is withdrawn by who gave it alone, and its file with it", async () => {
    const { id, leader, member } = await addConsortium({ lots: 1 });
    await give(member, id, "Un");
    const [document] = await listDocuments(leader, id, now);
    const input = { id, documentId: document?.id ?? "" };
    await expect(withdrawDocument(leader, input, now)).rejects.toMatchObject({ code: "not_found" });
    const { storageKey } = await db().consortiumDocumentVersion.findFirstOrThrow({
      where: { documentId: input.documentId },
    });
    await withdrawDocument(member, input, now);
    expect(await listDocuments(leader, id, now)).toEqual([]);
    expect(await storage().read(storageKey)).toBeNull();
  });
});

describe("the final answer", () => {
  test("is one archive with its checksums, in order, each name once", async () => {
    const { id, leader, member } = await addConsortium({ lots: 1 });
    await give(leader, id, "Mémoire");
    await give(leader, id, "Brouillon");
    await give(member, id, "Annexe", { isConfidential: true } as Partial<DepositInput>);
    const documents = await listDocuments(leader, id, now);
    for (const { id: documentId, title } of documents) {
      if (title !== "Brouillon") await chooseFinal(leader, { id, documentId, isFinal: true }, now);
    }
    const read = async (actor: PersonActor) => {
      const content = await openArchive(actor, id, now);
      const files = unzipSync(new Uint8Array(await new Response(content).arrayBuffer()));
      return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
    };
    const sum = (text: string) => createHash("sha256").update(text).digest("hex");
    expect(await read(leader)).toEqual({
      "01 Annexe.txt": "Annexe",
      "02 Mémoire.txt": "Mémoire",
      "SHA256SUMS.txt": `${sum("Annexe")}  01 Annexe.txt\n${sum("Mémoire")}  02 Mémoire.txt\n`,
    });
    const third = await addPartner();
    await expect(
      chooseFinal(member, { id, documentId: documents[0]?.id ?? "", isFinal: true }, now),
    ).rejects.toMatchObject({ code: /forbidden|not_found/ });
    expect(await openArchive(third.referent, id, now)).toBeNull();
  });
});

describe("whoever leaves", () => {
  test.each([
    ["stays", ["Le nôtre", "Le sien"]],
    ["goes", ["Le nôtre"]],
  ] as const)(
    "leaves what it gave as agreed (%s); prices and the confidential folder always go",
    async (given, left) => {
      const { id, leader, tender } = await addConsortium({ lots: 1 });
      const third = await addPartner();
      await invite(leader, id, third, tender, [0]);
      const actor = await joinIt(third, id, given);
      await give(leader, id, "Le nôtre");
      await give(actor, id, "Le sien");
      await give(actor, id, "Ses prix", { isConfidential: true } as Partial<DepositInput>);
      const [ours] = await listDocuments(leader, id, now);
      await give(actor, id, "Le nôtre, relu", { kind: "next", documentId: ours?.id ?? "", replaces: 1 });
      await setPrices(actor, { id, prices: [{ lotId: tender.lots[0]?.id ?? "", amount: 1_000 }] }, now);
      const files = await db().consortiumDocumentVersion.findMany({
        where: { structureId: third.structure.id, document: { consortiumId: id } },
      });
      await leaveConsortium(await again(third), { id, reason: "Ailleurs." }, now);
      const documents = await listDocuments(leader, id, now);
      expect(documents.map(({ title }) => title)).toEqual(left);
      const relu = documents[0]?.versions[0];
      expect(relu?.removedAt === null).toBe(given === "stays");
      expect(await db().consortiumPrice.count({ where: { consortiumId: id } })).toBe(0);
      const kept = await Promise.all(files.map(({ storageKey }) => storage().read(storageKey)));
      expect(kept.filter(Boolean)).toHaveLength(given === "stays" ? 2 : 0);
    },
  );
});
