import { communeNamed } from "#lib/territory/communes";
import type { Establishment, RegisterAnswer } from "./schema.ts";

/** What the register knows of an establishment, as a form is filled with it. */
export interface Company {
  siret: string;
  legalName: string;
  tradeName: string | null;
  address: string | null;
  postalCode: string | null;
  city: string | null;
  /** The register says that this establishment is closed. */
  isClosed: boolean;
}

/**
 * The establishment of exactly this SIRET among those of an answer: a company has many, and the one
 * asked for is not always its head office. Null when the register does not know it, or tells no name.
 */
export function companyOf({ results }: RegisterAnswer, siret: string): Company | null {
  for (const { nom_complet, nom_raison_sociale, siege, matching_etablissements } of results) {
    const found = [siege, ...(matching_etablissements ?? [])].find((one) => one?.siret === siret);
    const legalName = nom_raison_sociale ?? nom_complet;
    if (!found || !legalName) continue;
    return {
      siret,
      legalName,
      tradeName: found.nom_commercial ?? found.liste_enseignes?.[0] ?? null,
      address: streetOf(found),
      postalCode: found.code_postal,
      city: found.libelle_commune && townOf(found.libelle_commune),
      isClosed: found.etat_administratif === "F",
    };
  }
  return null;
}

/** The register writes the whole address on one line: what precedes the postal code is the street. */
function streetOf({ adresse, code_postal }: Establishment): string | null {
  if (!adresse) return null;
  const end = code_postal ? adresse.lastIndexOf(code_postal) : -1;
  return inLowerCase((end === -1 ? adresse : adresse.slice(0, end)).trim()) || null;
}

function townOf(name: string): string {
  return communeNamed(name)?.name ?? inLowerCase(name);
}

const SMALL_WORDS = new Set(["de", "du", "des", "la", "le", "les", "et", "en", "sur", "sous", "lez", "a", "au", "aux"]);
const WAYS = new Set(["rue", "avenue", "boulevard", "place", "chemin", "allee", "route", "impasse", "quai"]);

/** "12 RUE DE LA GARE" → "12 rue de la Gare". The register writes in capitals, without accents. */
function inLowerCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/[a-zà-ÿœæ]+/g, (word, at: number) =>
      (SMALL_WORDS.has(word) && at > 0) || WAYS.has(word) || (word.length === 1 && /['’]/.test(text[at + 1] ?? ""))
        ? word
        : word.charAt(0).toUpperCase() + word.slice(1),
    );
}
