import "server-only";
import { strToU8, Zip, ZipPassThrough } from "fflate";
import { storage } from "#lib/platform/storage";

interface ArchivedFile {
  name: string;
  storageKey: string;
  sha256: string;
  uploadedAt: Date;
}

/**
 * The files in one archive with their checksums, as `sha256sum --check` reads them. One file passes
 * through at a time, as fast as it is taken: nothing is held, whatever the size.
 */
export function archive(files: ArchivedFile[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = zip(files);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* zip(files: ArchivedFile[]): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined> {
  const ready: Uint8Array<ArrayBuffer>[] = [];
  const written = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(new Uint8Array(piece));
  });
  // Stored as they are: papers are PDF and office files, which are compressed already.
  const begin = (name: string, at: Date) => {
    const entry = new ZipPassThrough(name);
    entry.mtime = at;
    written.add(entry);
    return entry;
  };
  for (const { name, storageKey, uploadedAt } of files) {
    const content = await storage().open(storageKey);
    if (!content) throw new Error("a file of the archive is not in the storage");
    const entry = begin(name, uploadedAt);
    for await (const piece of content) {
      entry.push(piece);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  const last = new Date(Math.max(...files.map(({ uploadedAt }) => uploadedAt.getTime())));
  const sums = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
  begin("SHA256SUMS.txt", last).push(strToU8(sums), true);
  written.end();
  yield* ready.splice(0);
  return undefined;
}
