import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, openAsBlob, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isKey, newKey, type Storage, storage } from "./storage.ts";

const SECRET = "a secret that only these tests know";
const folder = mkdtempSync(join(tmpdir(), "storage-"));
const objects = new Map<string, { bytes: Buffer; type: string }>();
let refused = 0;

/** A bucket that answers nobody whose signature is not right (AWS Signature Version 4, computed here anew). */
const server = createServer((request, response) => void answer(request, response));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await Array.fromAsync(request));
  if (!isSigned(request, body)) {
    refused += 1;
    response.writeHead(403).end();
    return;
  }
  const path = request.url ?? "";
  if (request.method === "PUT") {
    objects.set(path, { bytes: body, type: String(request.headers["content-type"]) });
    response.end();
  } else if (request.method === "DELETE") {
    objects.delete(path);
    response.writeHead(204).end();
  } else {
    const found = objects.get(path);
    response.writeHead(found ? 200 : 404).end(found?.bytes);
  }
}
let endpoint = "";
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const inBucket = (secret = SECRET) => ({
  S3_ENDPOINT: endpoint,
  S3_REGION: "fr-nord",
  S3_BUCKET: "club",
  S3_ACCESS_KEY_ID: "portal",
  S3_SECRET_ACCESS_KEY: secret,
});
const KINDS: [string, () => Storage][] = [
  ["a folder", () => storage({ DATA_DIR: folder })],
  ["a bucket", () => storage(inBucket())],
];

describe.each(KINDS)("files in %s", (_name, open) => {
  test("are read as they were put, until they are removed", async () => {
    const files = open();
    const key = newKey("logos", "webp");
    const bytes = new Uint8Array([0, 255, 10, 13, 128]);
    expect(await files.read(key)).toBeNull();
    await files.put(key, bytes, "image/webp");
    expect(await files.read(key)).toEqual(bytes);
    expect(new Uint8Array(await new Response(await files.open(key)).arrayBuffer())).toEqual(bytes);
    await files.remove(key);
    await files.remove(key);
    expect(await files.read(key)).toBeNull();
    expect(await files.open(key)).toBeNull();
  });

  test("go through without being held, from a file of this machine", async () => {
    const [path, key] = [join(folder, "large"), newKey("large", "bin")];
    writeFileSync(path, new Uint8Array(3_000_000).fill(7));
    await open().put(key, await openAsBlob(path), "application/octet-stream");
    expect((await open().read(key))?.length).toBe(3_000_000);
  });

  test.each(["../secret", "logos/../../secret", "/etc/passwd", "logos/a.webp", `logos/${"0".repeat(32)}.webp/..`])(
    "never lie at %s",
    async (key) => {
      expect(isKey(key)).toBe(false);
      expect(() => open().read(key)).toThrow("not a key");
      expect(() => open().put(key, new Uint8Array(), "image/webp")).toThrow("not a key");
    },
  );
});

test("a folder keeps no half-written file", async () => {
  const files = storage({ DATA_DIR: folder });
  const key = newKey("halves", "webp");
  await Promise.all(Array.from({ length: 5 }, () => files.put(key, new Uint8Array(100_000), "image/webp")));
  expect(readdirSync(join(folder, "files", "halves"))).toEqual([key.split("/")[1]]);
});

test("a bucket is told the type, and refuses who does not know the secret", async () => {
  const key = newKey("logos", "webp");
  await storage(inBucket()).put(key, new Uint8Array([1]), "image/webp");
  expect(objects.get(`/club/${key}`)?.type).toBe("image/webp");
  const stranger = storage(inBucket("another"));
  await expect(stranger.read(key)).rejects.toThrow("answered 403");
  expect(refused).toBe(1);
});

test("a bucket may take its time for a file, but not to begin", async () => {
  const slow = createServer((request, response) => {
    if (request.url?.includes("/silent/")) return;
    response.writeHead(200).flushHeaders();
    for (let part = 1; part <= 5; part += 1) setTimeout(() => response.write("part"), part * 100);
    setTimeout(() => response.end(), 600);
  });
  await new Promise<void>((listening) => slow.listen(0, "127.0.0.1", listening));
  const at = `http://127.0.0.1:${(slow.address() as AddressInfo).port}`;
  const files = storage({ ...inBucket(), S3_ENDPOINT: at }, 200);
  expect(await new Response(await files.open(newKey("large", "bin"))).text()).toBe("part".repeat(5));
  expect((await files.read(newKey("large", "bin")))?.length).toBe(20);
  await expect(files.read(newKey("silent", "bin"))).rejects.toThrow("no answer to GET");
  slow.closeAllConnections();
  slow.close();
});

test("two keys are never the same, and hold 128 bits of chance", () => {
  const keys = Array.from({ length: 1_000 }, () => newKey("logos", "webp"));
  expect(new Set(keys).size).toBe(1_000);
  expect(keys.every(isKey)).toBe(true);
});

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const header = /^AWS4-HMAC-SHA256 Credential=([^/]+)[/]([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, id, scope = "", names = "", signature] = header.exec(request.headers.authorization ?? "") ?? [];
  const declared = String(request.headers["x-amz-content-sha256"]);
  const hash = createHash("sha256").update(body).digest("hex");
  if (id !== "portal" || ![hash, "UNSIGNED-PAYLOAD"].includes(declared)) return false;
  const signed = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, "", signed.join(""), names, declared].join("\n");
  const date = String(request.headers["x-amz-date"]);
  const toSign = ["AWS4-HMAC-SHA256", date, scope, createHash("sha256").update(canonical).digest("hex")].join("\n");
  const key = scope.split("/").reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${SECRET}`);
  return hmac(key, toSign).toString("hex") === signature;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}
