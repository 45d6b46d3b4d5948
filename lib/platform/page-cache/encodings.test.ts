import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { compress, isUnchanged, negotiate } from "./encodings.ts";

describe("stored encodings", () => {
  test("the three forms hold the same text, each with a strong tag of its own", async () => {
    const text = "<p>Été à Nœux-les-Mines</p>".repeat(50);
    const { identity, gzip, br } = await compress(text);
    expect(identity.body.toString()).toBe(text);
    expect(gunzipSync(gzip.body).toString()).toBe(text);
    expect(brotliDecompressSync(br.body).toString()).toBe(text);
    expect(new Set([identity.etag, gzip.etag, br.etag]).size).toBe(3);
  });

  test.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["GZIP;q=0.5", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.000, gzip;q=0", "identity"],
    ["*", "br"],
    ["*;q=0", "identity"],
    ["brotli, xgzip", "identity"],
    ["br;q=abc", "identity"],
    ["", "identity"],
    [undefined, "identity"],
  ] as const)("Accept-Encoding %s takes %s", (accepted, encoding) => {
    expect(negotiate(accepted)).toBe(encoding);
  });

  test("304 only for these very bytes", () => {
    expect(isUnchanged('"a", W/"b-gzip"', '"b-gzip"')).toBe(true);
    expect(isUnchanged("*", '"b"')).toBe(true);
    expect(isUnchanged('"b"', '"b-gzip"')).toBe(false);
    expect(isUnchanged(undefined, '"b"')).toBe(false);
  });
});
