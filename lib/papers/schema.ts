import { z } from "zod";
import { CertificateKind } from "#lib/generated/prisma/enums";
import { day, oneLine } from "#lib/platform/fields";
import { isSiret } from "#lib/structures/rules";

const line = (most = 200) => oneLine({ most }).default("");

const whole = (most: number) =>
  z
    .string()
    .max(20)
    .default("")
    .transform((typed, context) => {
      const digits = typed.replace(/[\s\u00a0\u202f€]/g, "");
      if (digits === "") return null;
      const value = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
      if (value <= most) return value;
      context.addIssue({ code: "custom", message: "Indiquez un nombre entier." });
      return z.NEVER;
    });

/** "Enregistrer le dossier": who the structure is, and its last three years. */
export const papersInput = z.object({
  siret: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .refine(isSiret, "Ce SIRET n’est pas possible\u202f: vérifiez ses 14 chiffres.")
    .optional(),
  legalForm: line(80),
  registration: line(),
  vatNumber: line(20),
  representative: line(),
  capacity: line(),
  years: z
    .array(
      z.object({
        year: z.coerce.number().int().min(1990).max(2100),
        turnoverEuros: whole(2_000_000_000),
        headcount: whole(1_000_000),
      }),
    )
    .max(5),
});
export type PapersInput = z.infer<typeof papersInput>;

/** "Ajouter cette attestation". */
export const certificateInput = z.object({
  kind: z.enum(CertificateKind, "Choisissez une catégorie."),
  label: oneLine({ most: 200, missing: "Nommez l’attestation." }),
  issuer: line(),
  reference: line(100),
  validUntil: day().optional(),
});
export type CertificateInput = z.infer<typeof certificateInput>;

/** "Retirer". */
export const removeCertificateInput = z.object({ id: z.uuid() });
export type RemoveCertificateInput = z.infer<typeof removeCertificateInput>;
