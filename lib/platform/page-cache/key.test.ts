import { describe, expect, test } from "vitest";
import { type Asked, costsNothing, entryFor } from "./key.ts";

const get = (url: string, headers: Asked["headers"] = {}, method = "GET") =>
  entryFor({ method, url, headers })?.key ?? null;

describe("what may be kept, and under which name", () => {
  test("a reading page is kept under its path", () => {
    expect(get("/annuaire")).toBe("/annuaire");
    expect(get("/annuaire/adviser")).toBe("/annuaire/adviser");
    expect(get("/annuaire", {}, "HEAD")).toBe("/annuaire");
  });

  test("only listed parameters count, in one order, trimmed, first value of each", () => {
    const key = "/annuaire?q=sauvegarde&ville=lens";
    expect(get("/annuaire?ville=lens&q=sauvegarde")).toBe(key);
    expect(get("/annuaire?q=+sauvegarde+&q=autre&ville=lens&utm_source=x&type=")).toBe(key);
    expect(get("/commissions?q=rien")).toBe("/commissions");
  });

  test("a value of ten thousand characters makes no entry of its own", () => {
    expect(get(`/annuaire?q=${"a".repeat(10_000)}`)).toBe(get(`/annuaire?q=${"a".repeat(10_001)}`));
  });

  test("somebody signed in, or pretending to be, reads pages of their own, and data straight from Next", () => {
    const isOwn = (url: string, cookie: string) => entryFor({ method: "GET", url, headers: { cookie } })?.isOwn ?? null;
    expect(isOwn("/annuaire", "tactic-session=abc")).toBe(true);
    expect(isOwn("/annuaire", "other=1; __Secure-tactic-session.0=abc")).toBe(true);
    expect(isOwn("/annuaire", "not-tactic-session=abc")).toBe(false);
    expect(isOwn("/api/v1/members", "tactic-session=abc")).toBeNull();
    expect(isOwn("/espace", "tactic-session=abc")).toBeNull();
  });

  test("what is no plain read of a reading page goes to Next", () => {
    expect(get("/annuaire", {}, "POST")).toBeNull();
    expect(get("/annuaire", { rsc: "1" })).toBeNull();
    expect(get("/annuaire", { "next-router-prefetch": "1" })).toBeNull();
    expect(get("/annuaire?_rsc=abc")).toBeNull();
    for (const path of [
      "/connexion",
      "/espace",
      "/besoins/nouveau",
      "/adherer/demande",
      "/api/v1/openapi.json",
      "/annuaire.csv",
      "/annuaire/UP",
      "/annuaire/a/b",
      "//",
      "",
    ]) {
      expect(get(path)).toBeNull();
    }
  });
});

test("only what is a file for certain is free of the allowance", () => {
  const isFree = (url: string) => costsNothing({ method: "GET", url, headers: {} });
  for (const url of ["/_next/static/chunks/a.css", "/favicon.ico", "/enhance/live-results.js?v=1", "/api/health"]) {
    expect(isFree(url), url).toBe(true);
  }
  for (const url of [
    "/",
    "/annuaire",
    "/icons/none.png",
    "/enhance/none.js",
    "/_next/image?url=/icon.svg",
    "/api/ready",
  ]) {
    expect(isFree(url), url).toBe(false);
  }
});
