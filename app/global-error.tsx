"use client";

import "./globals.css";

/** When even the layout failed: it stands alone, without the masthead it could not draw. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="fr">
      <head>
        <title>Erreur · TacTic</title>
      </head>
      <body>
        <main className="sheet py-12">
          <p className="kicker">Erreur 500</p>
          <h1 className="text-4xl">Le portail de TacTic ne répond pas</h1>
          <p className="lead">Réessayez dans un instant. Si cela dure, le club en est déjà averti par son journal.</p>
          {error.digest && <p className="mt-4">Référence : {error.digest}</p>}
          <p className="mt-6">
            <a className="button button-primary" href="/">
              Réessayer depuis l’accueil
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
