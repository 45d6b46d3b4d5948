import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { root } from "../scripts/process.ts";

export type Sample = "national" | "eforms" | "former" | "amendment" | "cancellation" | "award" | "other-trade";

/** A record of the dataset `boamp`, in the shape that its documentation and the clients that read it describe. */
export function sample(name: Sample, change: Record<string, unknown> = {}): Record<string, unknown> {
  const kept = samples.get(name) ?? JSON.parse(readFileSync(join(root, `test/boamp-samples/${name}.json`), "utf8"));
  samples.set(name, kept);
  return { ...kept, ...change };
}

const samples = new Map<Sample, Record<string, unknown>>();

/** Answers in its own way, or waits for something and then lets the dataset answer. */
export type Misfortune = (response: ServerResponse) => unknown | Promise<"answer">;

/**
 * Explore API v2.1 in front of one dataset, on a free port of this machine: `where` on a day and departments,
 * `order_by=idweb`, `limit` up to 100, `offset`. `misfortunes` happen to the next requests, one each.
 */
export async function startBoamp(records: unknown[]) {
  const asked: URL[] = [];
  const misfortunes: Misfortune[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://boamp.invalid");
    asked.push(url);
    void (async () => {
      const misfortune = misfortunes.shift();
      if (misfortune && (await misfortune(response)) !== "answer") return;
      const { status, body } = answerTo(url, records);
      response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    misfortunes,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answerTo(url: URL, records: unknown[]): { status: number; body: object } {
  if (url.pathname !== "/api/explore/v2.1/catalog/datasets/boamp/records") return { status: 404, body: {} };
  const limit = Number(url.searchParams.get("limit"));
  if (limit > 100) return { status: 400, body: { error_code: "InvalidRESTParameterError" } };
  const found = records.filter((record) => isWanted(record, url.searchParams.get("where") ?? ""));
  const offset = Number(url.searchParams.get("offset"));
  return { status: 200, body: { total_count: found.length, results: found.slice(offset, offset + limit) } };
}

/** `dateparution=date'2026-11-20' and (code_departement="62" or code_departement="59")`; what has no day is of every day. */
function isWanted(record: unknown, where: string): boolean {
  const [, day, departments] = /^dateparution=date'([\d-]+)' and \((.+)\)$/.exec(where) ?? [];
  const codes = Array.from((departments ?? "").matchAll(/code_departement="(\w+)"/g), ([, code]) => code ?? "");
  const { dateparution, code_departement } = Object(record) as Record<string, unknown>;
  const own = [code_departement ?? codes[0]].flat().map(String);
  return (dateparution ?? "2026-11-20") === day && own.some((code) => codes.includes(code));
}
