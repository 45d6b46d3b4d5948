import { describe, expect, test } from "vitest";
import { enhancementAddress } from "../enhancements.ts";
import type { PublicPage } from "../public-pages.ts";
import { shareable } from "./content.ts";

const NONCE = "abc+/=";
const CSP = `default-src 'self'; script-src 'self' 'nonce-${NONCE}' 'strict-dynamic'; style-src 'self'`;
const ORIGIN = "https://club.example";
const page: PublicPage = { path: "/x", params: [], js: false };
const own = `<script nonce="${NONCE}">self.next=1</script><script src="/_next/static/a.js" async nonce="${NONCE}"></script>`;
const html = `<head><link rel="preload" as="script" href="/_next/static/a.js" nonce="${NONCE}"/><link rel="stylesheet" href="/a.css" nonce="${NONCE}"/></head><body><p>Bonjour</p><script type="application/ld+json">{"@type":"Event"}</script>${own}</body>`;

describe("what of a render can be given to everybody", () => {
  test("a page without client components loses every script of the framework, and the nonce", () => {
    const content = shareable(html, CSP, page, ORIGIN);
    expect(content.html).toBe(
      `<head><link rel="stylesheet" href="/a.css"/></head><body><p>Bonjour</p><script type="application/ld+json">{"@type":"Event"}</script></body>`,
    );
    expect(content.csp).toContain("script-src 'none';");
  });

  test("an injected script is neither removed as ours nor ever allowed", () => {
    const injected = "<script>steal()</script>";
    const light = shareable(injected + own, CSP, page, ORIGIN);
    expect(light.html).toBe(injected);
    expect(light.csp).toContain("script-src 'none'");
    const heavy = shareable(injected + own, CSP, { ...page, js: true }, ORIGIN);
    expect(heavy.csp.match(/'sha256-/g)).toHaveLength(1);
  });

  test("where client components are, our inline scripts are allowed by their hash and files by their folder", () => {
    const { csp, html: kept } = shareable(html, CSP, { ...page, js: true }, ORIGIN);
    expect(csp).toMatch(/script-src https:\/\/club\.example\/_next\/static\/ 'sha256-[A-Za-z0-9+/=]+';/);
    expect(kept).toContain("self.next=1");
  });

  test("a pending boundary keeps the scripts and says so", () => {
    const content = shareable(`${html}<!--$?--><template id="B:0"></template>`, CSP, page, ORIGIN);
    expect(content.warning).toBe("a Suspense boundary was pending");
    expect(content.html).toContain("self.next=1");
  });

  test("the page's own enhancements stay, alone, and only those of its row", () => {
    const tag = (address: string, nonce = "") => `<script type="module" src="${address}"${nonce}></script>`;
    const ours = enhancementAddress("live-results");
    const others = enhancementAddress("map-and-list");
    const html = tag(ours, ` nonce="${NONCE}"`) + tag(others, ` nonce="${NONCE}"`) + own;
    const content = shareable(html, CSP, { ...page, scripts: ["live-results"] }, ORIGIN);
    expect(content.html).toBe(tag(ours));
    expect(content.csp).toContain(`script-src ${ORIGIN}/enhance/live-results.js;`);
  });
});
