import type { ServerResponse } from "node:http";

const BODY = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>Trop de demandes – TacTic</title></head>
<body><main><h1>Trop de demandes à la fois</h1>
<p>Votre adresse a demandé beaucoup de pages différentes en peu de temps. Attendez quelques secondes, puis rechargez cette page.</p>
<p><a href="/">Retour à l’accueil</a></p></main></body></html>`;

/** 429 with a page that a person can read. Needs neither Next nor the database. */
export function tooManyPage(response: ServerResponse): void {
  response.writeHead(429, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(BODY),
    "content-security-policy": "default-src 'none'",
    "cache-control": "private, no-store",
    "retry-after": "5",
  });
  response.end(BODY);
}
