import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives each HTML request its own nonce and the Content-Security-Policy that goes with it. Nothing else decides
 * what a page may do: the page cache only takes the nonce out of what was decided here
 * (`lib/platform/page-cache/content.ts`), and its own pages of failure allow nothing. Next reads the nonce back from
 * the request's copy of the header and puts it on its own scripts.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const path = request.nextUrl.pathname;
  const policy = policyOf(path, nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  // For the small scripts that a page names itself (components/ui/enhancements).
  headers.set("x-nonce", nonce);
  // The layout marks the current section of the menu; it has no other way to know the address.
  headers.set("x-portal-path", path);
  // Whoever must sign in first finds the page again as they had asked for it.
  headers.set("x-portal-search", request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function policyOf(path: string, nonce: string): string {
  if (MAIL_BODY.test(path)) return MAIL_POLICY;
  if (UPLOADED.test(path)) return UPLOADED_POLICY;
  return contentSecurityPolicy(nonce, FRAMED.test(path) ? "*" : "'none'");
}

/** A file that somebody sent: whatever it turns out to be, it runs and loads nothing. */
const UPLOADED = /^[/]espace[/](candidatures[/][^/]+[/]cv|profil[/]cv[/]fichier)$/;
const UPLOADED_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** A message of the demonstration's outbox carries its styles within, as mail does, and nothing else. */
const MAIL_BODY = /^[/]boite-d-envoi[/][^/]+[/]html$/;
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups allow-top-navigation-by-user-activation";

/** The form of a need, and its thanks, may stand in a frame of any site; nothing else may. */
const FRAMED = /^[/]besoins[/]encart([/]envoye)?$/;

function contentSecurityPolicy(nonce: string, ancestors: string): string {
  const development = process.env.NODE_ENV === "development";
  const secure = process.env.APP_URL?.startsWith("https://") ?? false;
  return [
    "default-src 'self'",
    // React's development build rebuilds server stacks with eval; production never does.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The development overlay and hot reload inject their styles.
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

export const config = {
  // Files and JSON carry no script: everything else may be HTML, error pages included. Nor does the answer to a
  // document, whose body Next would hold in memory, and cut at 10 MB, to show it here.
  matcher: [
    "/((?!_next/static|_next/image|api/|favicon.ico|icons/|enhance/|espace/groupements/[^/]+/documents/depot$).*)",
  ],
};
