import { createHash } from "node:crypto";
import { enhancementAddress, enhancementPath } from "../enhancements.ts";
import type { PublicPage } from "../public-pages.ts";

export interface Content {
  html: string;
  csp: string;
  /** Why the scripts stayed on a page that should have none, if they did. */
  warning?: string;
}

/**
 * What of a render can be given to everybody: the nonce, which was for one request only, is gone.
 *
 * Only scripts that carry that render's random nonce are ours; hashing every inline script would
 * bless an injected one. Where the page needs no framework they are deleted and the policy allows
 * nothing but the page's own `scripts`, each by its path; elsewhere each is allowed by its hash, files by their folder
 * (a path, so that an uploaded file can never be a script).
 *
 * This leans on two things that Next documents (every script of its own carries the nonce) and React
 * guarantees (`</script` is escaped inside inline scripts). If either changes, pages become heavier
 * or a test is red; with `script-src 'none'` they are never less safe.
 */
export function shareable(html: string, csp: string, page: PublicPage, origin: string): Content {
  const nonce = /'nonce-([^']+)'/.exec(csp)?.[1];
  if (!nonce) return { html, csp, warning: "no nonce in the policy" };
  const own = new RegExp(`<script\\b(?=[^>]*\\snonce="${escaped(nonce)}")[^>]*>([\\s\\S]*?)</script>`, "g");
  // A boundary that has not resolved needs React to move its content into place.
  const isPending = /<!--\$[?!]-->|<template id="B:/.test(html);
  if (page.js || isPending) {
    return {
      html,
      csp: withScripts(csp, [`${origin}/_next/static/`, ...hashes(html, own)]),
      ...(isPending && !page.js ? { warning: "a Suspense boundary was pending" } : {}),
    };
  }
  const { scripts = [] } = page;
  const isEnhancement = (tag: string) => scripts.some((name) => tag.includes(` src="${enhancementAddress(name)}"`));
  return {
    html: html
      .replace(own, (tag) => (isEnhancement(tag) ? tag : ""))
      .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
      .replaceAll(` nonce="${nonce}"`, ""),
    csp: withScripts(csp, scripts.length > 0 ? scripts.map((name) => origin + enhancementPath(name)) : ["'none'"]),
  };
}

function hashes(html: string, own: RegExp): Set<string> {
  const found = new Set<string>();
  for (const [, code] of html.matchAll(own)) {
    if (code) found.add(`'sha256-${createHash("sha256").update(code).digest("base64")}'`);
  }
  return found;
}

function withScripts(csp: string, sources: string[]): string {
  return csp.replace(/script-src [^;]*/, `script-src ${sources.join(" ")}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
