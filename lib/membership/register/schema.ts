import { z } from "zod";

/** "[NON-DIFFUSIBLE]", "[ND]": the company asked that its data be kept back. */
const told = z
  .string()
  .nullish()
  .transform((text) => (text && !/^\[.+\]$/.test(text.trim()) ? text.trim() : null));

const establishment = z.object({
  siret: z.string(),
  adresse: told,
  code_postal: told,
  libelle_commune: told,
  nom_commercial: told,
  liste_enseignes: z.array(z.string()).nullish(),
  /** "A", open; "F", closed. */
  etat_administratif: z.string().nullish(),
});
export type Establishment = z.infer<typeof establishment>;

/**
 * What the public register of companies answers to a search, as far as it is read here.
 * Source: API Recherche d'entreprises (DINUM), description OpenAPI 3.0.
 */
export const registerAnswer = z.object({
  results: z.array(
    z.object({
      nom_complet: told,
      nom_raison_sociale: told,
      siege: establishment.nullish(),
      matching_etablissements: z.array(establishment).nullish(),
    }),
  ),
});
export type RegisterAnswer = z.infer<typeof registerAnswer>;
