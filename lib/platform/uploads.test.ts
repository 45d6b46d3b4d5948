import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { visitor } from "#lib/policy/actor";
import { comesFromHere, receiveForm } from "./uploads.ts";

const heard: string[] = [];
vi.mock("./session.ts", () => ({
  actorAt: async () => {
    heard.push("who sends");
    return visitor;
  },
}));

const LIMIT = 1_000_000;

function formOf(bytes: Uint8Array<ArrayBuffer>, name = "mémoire.pdf") {
  const form = new FormData();
  form.set("title", "Mémoire technique");
  form.set("file", new File([bytes], name));
  return new Request("http://portal.example/", { method: "POST", body: form });
}

describe("a form with a file", () => {
  test("gives its fields, and the file with its checksum, on disk until it is dropped", async () => {
    const bytes = new Uint8Array(LIMIT).fill(3);
    const { fields, file, drop } = await receiveForm(formOf(bytes), LIMIT);
    expect(fields).toEqual({ title: "Mémoire technique" });
    expect(file).toMatchObject({
      name: "mémoire.pdf",
      size: LIMIT,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    expect(readFileSync(file?.path ?? "")).toHaveLength(LIMIT);
    await drop();
    expect(existsSync(file?.path ?? "")).toBe(false);
  });

  test("says who sent it once all of it is there", async () => {
    heard.length = 0;
    const whole = formOf(new Uint8Array(1_000));
    const bytes = new Uint8Array(await whole.clone().arrayBuffer());
    const body = new ReadableStream({
      async pull(controller) {
        controller.enqueue(bytes);
        heard.push("the last byte");
        controller.close();
      },
    });
    const request = new Request("http://portal.example/", {
      method: "POST",
      body,
      headers: { "content-type": whole.headers.get("content-type") ?? "" },
      duplex: "half",
    } as RequestInit);
    const { sender, receivedAt, drop } = await receiveForm(request, LIMIT);
    expect(heard).toEqual(["the last byte", "who sends"]);
    expect([sender, Math.abs(receivedAt.getTime() - Date.now()) < 1_000]).toEqual([visitor, true]);
    await drop();
  });

  test("of 300 MB is refused before any of it is read", async () => {
    let asked = 0;
    const body = new ReadableStream(
      {
        pull() {
          asked += 1;
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { "content-type": "multipart/form-data; boundary=x", "content-length": String(300_000_000) };
    const request = new Request("http://portal.example/", {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit);
    await expect(receiveForm(request, LIMIT)).rejects.toMatchObject({ code: "file_too_large", field: "file" });
    expect(asked).toBe(0);
  });

  test("that does not say its size is cut where it becomes too large", async () => {
    let sent = 0;
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
    const body = new ReadableStream({
      pull(controller) {
        const piece = sent === 0 ? new TextEncoder().encode(head) : new Uint8Array(100_000);
        sent += piece.length;
        if (sent > 300 * LIMIT) controller.close();
        else controller.enqueue(piece);
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const request = new Request("http://portal.example/", {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit);
    await expect(receiveForm(request, LIMIT)).rejects.toMatchObject({ code: "file_too_large" });
    expect(sent).toBeLessThan(5 * LIMIT);
  });

  test("that breaks off, or is none, is told", async () => {
    const broken = new Request("http://portal.example/", {
      method: "POST",
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\nabc',
      headers: { "content-type": "multipart/form-data; boundary=x" },
    });
    await expect(receiveForm(broken, LIMIT)).rejects.toMatchObject({ code: "upload_cut" });
    const none = new Request("http://portal.example/", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    await expect(receiveForm(none, LIMIT)).rejects.toMatchObject({ code: "upload_cut" });
    const empty = await receiveForm(formOf(new Uint8Array(), ""), LIMIT);
    expect(empty.file).toBeNull();
    await empty.drop();
  });
});

test("a form comes from a page of this site, or not at all", () => {
  const from = (headers: Record<string, string>) =>
    comesFromHere(new Request("http://portal.example/x", { method: "POST", headers }));
  expect(from({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(from({ "sec-fetch-site": "cross-site" })).toBe(false);
  expect(from({ origin: "http://portal.example", host: "portal.example" })).toBe(true);
  expect(from({ origin: "http://elsewhere.example", host: "portal.example" })).toBe(false);
  expect(from({})).toBe(false);
});
