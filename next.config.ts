import type { NextConfig } from "next";
import { feedRewrites } from "./lib/platform/feed-rewrites.ts";

/** The Content-Security-Policy is not here: it carries a nonce, and `proxy.ts` alone decides it. */
const securityHeaders = [
  // Browsers ignore it over plain http, so that a local run is not locked out.
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
  },
];

const privateHeaders = [
  { key: "Cache-Control", value: "private, no-store" },
  { key: "X-Robots-Tag", value: "noindex" },
];

/** Everything behind a sign-in or a token: never kept by a cache, never indexed. */
const privatePaths = [
  "/espace/:path*",
  "/comite/:path*",
  "/connexion/:path*",
  "/adherer/suivi/:path*",
  "/besoins/suivi/:path*",
  "/besoins/confirmer/:path*",
  "/calendrier/:path*",
  "/sondage/:path*",
  "/reunion/:path*",
  "/inscription/:path*",
  "/presence/:path*",
  "/salle/:path*",
  "/boite-d-envoi/:path*",
  "/avis/:path*",
  "/invitation/:path*",
  "/desinscription/:path*",
  "/alertes/:path*",
];

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: true,
  // `npm run check:types` says it once; a start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  cacheComponents: false,
  // The page cache's own requests get their metadata in the head; what it keeps is for every reader.
  htmlLimitedBots: /portal-fill/,
  // A logo of 5 MB, in its form.
  experimental: { serverActions: { bodySizeLimit: "6mb" } },
  // `next dev` writes no file into the tree but its own types.
  agentRules: false,
  async headers() {
    return [
      { source: "/:path*", headers: securityHeaders },
      // Their address changes with their content (scripts/enhancements.ts).
      {
        source: "/enhance/:path*",
        has: [{ type: "query", key: "v" }],
        headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
      },
      // What older browsers heed instead of `frame-ancestors`.
      { source: "/((?!besoins/encart).*)", headers: [{ key: "X-Frame-Options", value: "DENY" }] },
      ...privatePaths.map((source) => ({ source, headers: privateHeaders })),
    ];
  },
  async rewrites() {
    return feedRewrites;
  },
};

export default config;
