import type { ServerResponse } from "node:http";

/** 429. Needs neither Next nor the database. */
export function tooManyPage(response: ServerResponse): void {
  response.setHeader("retry-after", "5");
  send(response, 429, "Trop de demandes à la fois", [
    "Votre adresse a demandé beaucoup de pages différentes en peu de temps.",
    "Attendez quelques secondes, puis rechargez cette page.",
  ]);
}

/** 500: Next leaves the body of a failed render to its scripts. The reference is the log's. */
export function brokenPage(response: ServerResponse): void {
  const reference = String(response.getHeader("x-request-id") ?? "");
  send(response, 500, "Cette page a rencontré un problème", [
    "Ce n’est pas de votre fait, et rien n’est perdu. Réessayez dans un instant.",
    `Si cela continue, signalez-le au club avec cette référence\u202f: ${reference.replace(/[^\w-]/g, "")}`,
  ]);
}

function send(response: ServerResponse, status: number, title: string, sentences: string[]): void {
  const body = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${title} · TacTic</title></head>
<body><main><h1>${title}</h1>${sentences.map((sentence) => `<p>${sentence}</p>`).join("")}<p><a href="/">Retour à l’accueil</a></p></main></body></html>`;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "content-security-policy": "default-src 'none'",
    "cache-control": "private, no-store",
  });
  response.end(body);
}
