import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** An establishment that this register knows, as the public one describes it. */
const KNOWN = {
  siren: "732829320",
  nom_complet: "HOUILLE ET LUMIERE (HOUILLE & LUMIERE)",
  nom_raison_sociale: "HOUILLE ET LUMIERE",
  etat_administratif: "A",
  siege: {
    siret: "73282932000074",
    adresse: "4 RUE DES TISSERANDS 59500 DOUAI",
    code_postal: "59500",
    libelle_commune: "DOUAI",
    nom_commercial: null,
    liste_enseignes: null,
    etat_administratif: "A",
  },
  matching_etablissements: [
    {
      siret: "73282932000082",
      adresse: "12 RUE DE L'ECLUSE 62800 LIEVIN",
      code_postal: "62800",
      libelle_commune: "LIEVIN",
      nom_commercial: null,
      liste_enseignes: ["HOUILLE SERVICES"],
      etat_administratif: "F",
    },
  ],
};

/** What it does with a question, by SIRET: anything else is unknown to it. */
const ANSWERS: Record<string, () => { status: number; body: string } | Promise<{ status: number; body: string }>> = {
  "73282932000074": () => found(KNOWN),
  "73282932000082": () => found(KNOWN),
  // Asked that its data be kept back.
  "35600000000048": () =>
    found({ ...KNOWN, nom_complet: "[NON-DIFFUSIBLE]", nom_raison_sociale: null, siege: { siret: "35600000000048" } }),
  "55203253400646": () => ({ status: 503, body: '{"erreur":"indisponible"}' }),
  "55210055400013": () => ({ status: 200, body: "<html>maintenance</html>" }),
  "54205118000066": () => ({ status: 200, body: '{"results":[{"siege":{"siret":12}}]}' }),
  "38012986643097": async () => {
    await wait(20_000, undefined, { ref: false });
    return found(KNOWN);
  },
};

/**
 * A register of companies of the tests' own, on a free port of this machine, that answers in the shape
 * of the public one (API Recherche d'entreprises).
 */
export async function startCompanyRegister(): Promise<{ url: string; asked: string[]; close: () => Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const siret = new URL(request.url ?? "/", "http://register.invalid").searchParams.get("q") ?? "";
    asked.push(siret);
    const answer = ANSWERS[siret] ?? (() => ({ status: 200, body: '{"results":[],"total_results":0}' }));
    void (async () => {
      const { status, body } = await answer();
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function found(company: object): { status: number; body: string } {
  return {
    status: 200,
    body: JSON.stringify({ results: [company], total_results: 1, page: 1, per_page: 5, total_pages: 1 }),
  };
}
