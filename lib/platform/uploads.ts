import "server-only";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import busboy from "busboy";
import type { Actor } from "#lib/policy/actor";
import { Refusal } from "./errors.ts";
import { actorAt } from "./session.ts";

/** A file as it came: on this machine's disk until `received.drop()`. */
export interface ReceivedFile {
  path: string;
  /** As its owner's machine called it, without folders. */
  name: string;
  size: number;
  sha256: string;
}

interface Received {
  fields: Record<string, string>;
  /** Null: none was chosen. */
  file: ReceivedFile | null;
  /** Who sends it, and when, once all of it is there: rights may have ended on the way. */
  sender: Actor;
  receivedAt: Date;
  drop: () => Promise<void>;
}

/** What a form says beside its file. */
const ENVELOPE = 64 * 1_024;

/**
 * Reads a form with one file of at most `limit` bytes, which goes to disk as it comes. What says that it
 * is larger is refused before any of it is read; what does not say so is cut where it becomes too large.
 * What is then done with it is done by its `sender`, not by whoever began.
 *
 * @throws Refusal `file_too_large`, `upload_cut`
 */
export async function receiveForm(request: Request, limit: number): Promise<Received> {
  if (Number(request.headers.get("content-length") ?? 0) > limit + ENVELOPE) throw tooLarge();
  const folder = await mkdtemp(join(tmpdir(), "portal-upload-"));
  const drop = () => rm(folder, { recursive: true, force: true });
  try {
    const form = await parse(request, { limit, path: join(folder, "file") });
    const receivedAt = new Date();
    return { ...form, sender: await actorAt(receivedAt), receivedAt, drop };
  } catch (error) {
    await drop();
    throw error instanceof Refusal ? error : new Refusal("upload_cut", "L’envoi s’est interrompu\u202f: recommencez.");
  }
}

function tooLarge(): Refusal {
  return new Refusal("file_too_large", "Ce fichier est trop lourd.", "file");
}

async function parse(
  request: Request,
  { limit, path }: { limit: number; path: string },
): Promise<Pick<Received, "fields" | "file">> {
  if (!request.body) throw new Refusal("upload_cut", "Rien n’est arrivé.");
  const fields: Record<string, string> = {};
  const files: Promise<ReceivedFile | null>[] = [];
  const parser = busboy({
    headers: Object.fromEntries(request.headers),
    defParamCharset: "utf8",
    // One byte more than is taken: reaching it is what tells.
    limits: { files: 1, fileSize: limit + 1, fields: 20, fieldSize: ENVELOPE },
  });
  parser.on("field", (name, value) => {
    fields[name] = value;
  });
  parser.on("file", (_name, stream, { filename }) => {
    stream.once("limit", () => parser.destroy(tooLarge()));
    const kept = keep(stream, path);
    kept.catch((error: unknown) => parser.destroy(error instanceof Error ? error : new Error("not kept")));
    files.push(kept.then(({ size, sha256 }) => (filename && size > 0 ? { path, name: filename, size, sha256 } : null)));
  });
  try {
    await pipeline(Readable.from(request.body), parser);
  } catch (error) {
    await Promise.allSettled(files);
    throw error;
  }
  return { fields, file: (await Promise.all(files))[0] ?? null };
}

async function keep(stream: Readable, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      hash.update(chunk);
      size += chunk.length;
      pass(null, chunk);
    },
  });
  await pipeline(stream, measure, createWriteStream(path, { mode: 0o600 }));
  return { size, sha256: hash.digest("hex") };
}

/** Whether a page of this site posts it. A route has no check of Next's own, as an action has. */
export function comesFromHere(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}
