import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { openSite, type Site } from "../../../test/small-site.ts";

const sites: Site[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

async function open(...options: Parameters<typeof openSite>): Promise<Site> {
  const site = await openSite(...options);
  sites.push(site);
  return site;
}

const SIGNED_IN = { cookie: "tactic-session=sealed" };

describe("somebody signed in", () => {
  test("reads a page made for them alone, without the framework, that nobody keeps", async () => {
    const site = await open({
      special: ({ headers }, response) => {
        if (headers.cookie) response.setHeader("set-cookie", ["tactic-session=renewed", "other=1"]);
        return false;
      },
    });
    const own = await site.read("/le-club", SIGNED_IN);
    expect(own.headers).toMatchObject({
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'self'; script-src 'none'",
      "set-cookie": ["tactic-session=renewed", "other=1"],
    });
    expect(own.headers.etag).toBeUndefined();
    expect(own.body).toBe((await site.read("/le-club")).body);
    for (const [accepted, open] of [
      ["br", brotliDecompressSync],
      ["gzip", gunzipSync],
    ] as const) {
      const { raw, headers } = await site.read("/le-club", { ...SIGNED_IN, "accept-encoding": accepted });
      expect(headers["content-encoding"]).toBe(accepted);
      expect(open(raw).toString()).toBe(own.body);
    }
    expect(await site.read("/le-club", SIGNED_IN, "HEAD")).toMatchObject({ status: 200, body: "" });
    expect((await site.read("/le-club")).headers["set-cookie"]).toBeUndefined();
  });

  test("shares no render with whoever asks at the same moment", async () => {
    const site = await open();
    const asked = ["anne", "bruno"].map((who) => site.read("/le-club", { cookie: `tactic-session=${who}` }));
    await Promise.all(asked);
    expect(site.rendered.map(({ headers }) => headers.cookie).sort()).toEqual([
      "tactic-session=anne",
      "tactic-session=bruno",
    ]);
  });

  test.each([404, 500])("is told in whole words of a failure: %i", async (status) => {
    const site = await open({
      special: (request, response) => {
        if (request.url === "/le-club") response.statusCode = status;
        return false;
      },
    });
    const answer = await site.read("/le-club", SIGNED_IN);
    expect(answer.status).toBe(status === 404 ? 200 : 500);
    expect(answer.body).toContain(status === 404 ? "/introuvable" : "Ce n’est pas de votre fait");
  });
});
