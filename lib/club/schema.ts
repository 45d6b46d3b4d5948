import { z } from "zod";
import { emailAddress, oneLine } from "#lib/platform/fields";
import { isSiret } from "#lib/structures/rules";

/** A fact that may stay unknown: the page then reads "À compléter". */
const fact = (most = 300) => oneLine({ most }).optional();
const spaceless = fact(30).transform((text) => text?.replace(/\s/g, "").toUpperCase());

/** What the law and the reader want to know of the club. */
export const clubInput = z.object({
  tagline: oneLine({ most: 200, missing: "Dites en une phrase ce qu’est le club." }),
  contactEmail: emailAddress({ missing: "Saisissez une adresse e-mail." }).optional(),
  contactPhone: fact(30),
  seat: fact(),
  rna: spaceless.refine(
    (rna) => rna === undefined || /^W\d[0-9A-Z]\d{7}$/.test(rna),
    "Un numéro RNA est un W suivi de neuf chiffres.",
  ),
  siret: spaceless.refine(
    (siret) => siret === undefined || isSiret(siret),
    "Vérifiez ce SIRET\u202f: 14 chiffres, dont le dernier est une clé.",
  ),
  publicationDirector: fact(),
  hostName: fact(),
  hostAddress: fact(),
  hostPhone: fact(30),
  statutesUrl: oneLine({ most: 500 })
    .pipe(z.url({ protocol: /^https?$/, error: "Saisissez une adresse https://…" }))
    .optional(),
});
export type ClubInput = z.output<typeof clubInput>;
