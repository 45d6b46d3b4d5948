import type { IncomingMessage, ServerResponse } from "node:http";

/** 429. Needs neither Next nor the database, like the others here. */
export function tooManyPage(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("retry-after", "5");
  send(request, response, 429, "Trop de demandes à la fois", [
    "Votre adresse a demandé beaucoup de pages différentes en peu de temps.",
    "Attendez quelques secondes, puis rechargez cette page.",
  ]);
}

/** 503: too many people want too many different things at this moment. */
export function busyPage(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("retry-after", "5");
  send(request, response, 503, "Le portail est très demandé", [
    "Beaucoup de pages sont demandées en ce moment, et celle-ci n’a pas trouvé de place.",
    "Attendez quelques secondes, puis rechargez-la.",
  ]);
}

/** 500: Next leaves the body of a failed render to its scripts. The reference is the log's. */
export function brokenPage(request: IncomingMessage, response: ServerResponse): void {
  const reference = String(response.getHeader("x-request-id") ?? "");
  send(request, response, 500, "Cette page a rencontré un problème", [
    "Ce n’est pas de votre fait, et rien n’est perdu. Réessayez dans un instant.",
    `Si cela continue, signalez-le au club avec cette référence\u202f: ${reference.replace(/[^\w-]/g, "")}`,
  ]);
}

/** A page for people; for programs the same as `application/problem+json` (RFC 9457). */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  title: string,
  sentences: string[],
): void {
  const isForPrograms = request.url?.startsWith("/api/") ?? false;
  const body = isForPrograms
    ? JSON.stringify({ type: "about:blank", title, status, detail: sentences.join(" ") })
    : htmlOf(title, sentences);
  response.writeHead(status, {
    "content-type": isForPrograms ? "application/problem+json" : "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "content-security-policy": "default-src 'none'",
    "cache-control": "private, no-store",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function htmlOf(title: string, sentences: string[]): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title} · TacTic</title></head>
<body><main><h1>${title}</h1>${sentences.map((sentence) => `<p>${sentence}</p>`).join("")}<p><a href="/">Retour à l’accueil</a></p></main></body></html>`;
}
