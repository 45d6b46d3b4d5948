import { describe, expect, test } from "vitest";
import { comesFromHere, readUpload } from "./uploads.ts";

const MEGABYTE = 1024 * 1024;

/** A body that goes on for `megabytes`, and how much of it was asked for. */
function endless(megabytes: number, headers: Record<string, string> = {}) {
  const given = { megabytes: 0 };
  const body = new ReadableStream({
    pull(controller) {
      if (given.megabytes >= megabytes) return controller.close();
      given.megabytes += 1;
      controller.enqueue(new Uint8Array(MEGABYTE));
    },
  });
  const init = { method: "POST", body, headers, duplex: "half" } as RequestInit;
  return { request: new Request("http://portal.example/", init), given };
}

function form(): FormData {
  const data = new FormData();
  data.set("cv", new File(["%PDF"], "cv.pdf"));
  return data;
}

describe("an upload", () => {
  test("of 200 MB that says so is not read at all", async () => {
    const { request, given } = endless(200, { "content-length": String(200 * MEGABYTE) });
    expect(await readUpload(request, 5 * MEGABYTE)).toBeNull();
    expect(given.megabytes).toBeLessThanOrEqual(1);
  });

  test("of 200 MB that does not say so is let go after its limit", async () => {
    const { request, given } = endless(200);
    expect(await readUpload(request, 5 * MEGABYTE)).toBeNull();
    expect(given.megabytes).toBeLessThanOrEqual(8);
  });

  test("within its limit is a form; what is none is an empty one", async () => {
    const request = new Request("http://portal.example/", { method: "POST", body: form() });
    const file = (await readUpload(request, MEGABYTE))?.get("cv");
    expect(file instanceof File && file.name).toBe("cv.pdf");
    const other = new Request("http://portal.example/", {
      method: "POST",
      body: "cv",
      headers: { "content-type": "x" },
    });
    expect([...((await readUpload(other, MEGABYTE)) ?? [["never", ""]])]).toEqual([]);
  });

  test("comes from a page of this site, or not at all", () => {
    const from = (headers: Record<string, string>) =>
      comesFromHere(new Request("http://portal.example/x", { method: "POST", headers }));
    expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
    expect(from({ "sec-fetch-site": "cross-site" })).toBe(false);
    expect(from({ origin: "http://portal.example", host: "portal.example" })).toBe(true);
    expect(from({ origin: "http://elsewhere.example", host: "portal.example" })).toBe(false);
    expect(from({})).toBe(false);
  });
});
