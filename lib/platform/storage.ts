import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { access, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { AwsClient } from "aws4fetch";

/** Files that people upload: a folder of this machine, or an S3 bucket that several instances share. */
export interface Storage {
  /** A blob that lies in a file goes through without being held in memory. */
  put: (key: string, content: Uint8Array<ArrayBuffer> | Blob, type: string) => Promise<void>;
  /** Null when there is no such file. */
  read: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** The same, as it comes: for what may be large. */
  open: (key: string) => Promise<ReadableStream<Uint8Array<ArrayBuffer>> | null>;
  /** Harmless when there is none. */
  remove: (key: string) => Promise<void>;
}

/** A key that nobody guesses: `logos/6f1c….webp`. A file is never changed under its key. */
export function newKey(folder: string, ending: string): string {
  return `${folder}/${randomBytes(16).toString("hex")}.${ending}`;
}

/** Whether `text` can be a key of ours: nothing else ever reaches a path or an address. */
export function isKey(text: string): boolean {
  return /^[a-z]+[/][0-9a-f]{32}[.][a-z0-9]{2,5}$/.test(text);
}

type Settings = Record<string, string | undefined>;

/** How long a bucket may take to begin its answer, in milliseconds. */
const PATIENCE = 20_000;

/** Where this portal keeps its files: S3 when it is set, else a folder below `DATA_DIR`. */
export function storage(env: Settings = process.env, patience = PATIENCE): Storage {
  const kept = env.S3_ENDPOINT ? bucket(env, patience) : folder(resolve(env.DATA_DIR ?? ".data", "files"));
  const checked = (key: string) => {
    if (!isKey(key)) throw new Error("not a key of the storage");
    return key;
  };
  return {
    put: (key, content, type) => kept.put(checked(key), content, type),
    read: (key) => kept.read(checked(key)),
    open: (key) => kept.open(checked(key)),
    remove: (key) => kept.remove(checked(key)),
  };
}

function folder(root: string): Storage {
  return {
    async put(key, content) {
      const path = join(root, key);
      await mkdir(dirname(path), { recursive: true });
      // Moved into place whole: a reader never sees half a file.
      const aside = `${path}.${randomUUID()}`;
      await writeFile(aside, content instanceof Blob ? Readable.from(content.stream()) : content);
      await rename(aside, path);
    },
    async read(key) {
      return unlessMissing(async () => new Uint8Array(await readFile(join(root, key))));
    },
    open(key) {
      return unlessMissing(async () => {
        const path = join(root, key);
        // A missing file has no code of its own below.
        await access(path);
        return (await openAsBlob(path)).stream();
      });
    },
    remove: (key) => rm(join(root, key), { force: true }),
  };
}

async function unlessMissing<Found>(read: () => Promise<Found>): Promise<Found | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function bucket(env: Settings, patience: number): Storage {
  const client = new AwsClient({
    accessKeyId: env.S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "",
    region: env.S3_REGION ?? "",
    service: "s3",
    retries: 2,
  });
  const ask = async (key: string, init: RequestInit & { method: string }) => {
    const url = `${env.S3_ENDPOINT?.replace(/[/]$/, "")}/${env.S3_BUCKET}/${key}`;
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(new Error(`storage: no answer to ${init.method}`)), patience);
    // Until the headers come: the body then takes the time of whoever reads it, 25 MB over a slow line.
    const answer = await client.fetch(url, { ...init, signal: giveUp.signal }).finally(() => clearTimeout(timer));
    if (answer.ok || answer.status === 404) return answer;
    throw new Error(`storage: ${init.method} answered ${answer.status}`);
  };
  return {
    async put(key, content, type) {
      const answer = await ask(key, { method: "PUT", body: content, headers: { "content-type": type } });
      if (!answer.ok) throw new Error("storage: the bucket does not exist");
    },
    async read(key) {
      const answer = await ask(key, { method: "GET" });
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    },
    async open(key) {
      const answer = await ask(key, { method: "GET" });
      return answer.ok ? answer.body : null;
    },
    async remove(key) {
      await ask(key, { method: "DELETE" });
    },
  };
}
