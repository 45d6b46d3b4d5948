import { z } from "zod";
import { StructureKind } from "#lib/generated/prisma/enums";
import { humanFields } from "#lib/platform/human-form";
import { fold } from "#lib/platform/slug";
import { isSiret, readPhone } from "#lib/structures/rules";

/** What is typed: trimmed, bounded, without NUL (PostgreSQL has none). */
const words = (asked: string, most: number) =>
  z
    .string(asked)
    .transform((text) => text.replaceAll("\0", "").trim())
    .pipe(z.string().min(1, asked).max(most, `Restez sous ${most} caractères.`));
const optionalWords = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\0", "").trim() || null)
    .pipe(z.string().max(most, `Restez sous ${most} caractères.`).nullable())
    .default(null);

const email = (asked: string) =>
  z
    .string(asked)
    .trim()
    .toLowerCase()
    .max(254, "Cette adresse est trop longue.")
    .pipe(z.email("Saisissez une adresse e-mail complète, par exemple nom@exemple.fr."));

export const siretInput = z
  .string("Saisissez les 14 chiffres du SIRET.")
  .transform((text) => text.replace(/[\s.]/g, ""))
  .pipe(
    z
      .string()
      .regex(/^\d{14}$/, "Un SIRET a 14 chiffres\u202f: recopiez-le d’une facture ou d’un extrait Kbis.")
      .refine(isSiret, "Ce SIRET n’est pas possible\u202f: sa clé est fausse. Vérifiez chaque chiffre."),
  );

const website = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : /^https?:[/][/]/i.test(text) ? text : `https://${text}`))
  .pipe(
    z
      .url({
        protocol: /^https?$/,
        hostname: z.regexes.domain,
        error: "Saisissez l’adresse du site, par exemple www.exemple.fr.",
      })
      .max(300, "Cette adresse est trop longue.")
      .nullable(),
  )
  .default(null);

const phone = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : (readPhone(text) ?? "")))
  .pipe(z.string().min(1, "Saisissez un numéro à dix chiffres, ou en +33.").nullable())
  .default(null);

/** "Cobol, Soudure" or a line each. */
const ownSkills = z
  .string()
  .transform((text) => {
    const labels = text
      .replaceAll("\0", "")
      .split(/[,;\n]/)
      .map((label) => label.trim());
    return [...new Map(labels.filter(Boolean).map((label) => [fold(label), label])).values()];
  })
  .pipe(
    z
      .array(z.string().max(80, "80 caractères au plus par compétence."))
      .max(8, "Huit au plus\u202f: gardez l’essentiel."),
  )
  .default([]);

const person = z.object({
  firstName: words("Saisissez le prénom.", 80),
  lastName: words("Saisissez le nom.", 80),
  email: email("Saisissez l’adresse e-mail."),
  function: words("Dites la fonction, par exemple gérante ou technicien.", 120),
});

/** The most people one form announces; the référent invites the others. */
export const MOST_PEOPLE = 3;

const typed = z.string().max(400).optional();

/** The first row must be filled; another may stay empty, and is then nobody. */
const people = z
  .array(z.object({ firstName: typed, lastName: typed, email: typed, function: typed }))
  .max(MOST_PEOPLE, `${MOST_PEOPLE} personnes au plus\u202f: vous inviterez les autres ensuite.`)
  .transform((rows, context) => {
    if (rows.length === 0) context.addIssue({ code: "custom", message: "Il faut au moins une personne." });
    const kept: z.infer<typeof person>[] = [];
    for (const [index, row] of rows.entries()) {
      if (index > 0 && Object.values(row).every((value) => !value?.trim())) continue;
      const read = person.safeParse(row);
      for (const { path, message } of read.error?.issues ?? []) {
        context.addIssue({ code: "custom", message, path: [index, ...path] });
      }
      if (!read.success) continue;
      if (kept.some(({ email: address }) => address === read.data.email)) {
        context.addIssue({
          code: "custom",
          message: "Cette adresse est déjà donnée plus haut.",
          path: [index, "email"],
        });
      }
      kept.push(read.data);
    }
    return kept;
  });

/** What the applicant may still change while the board has not decided. */
const content = {
  siret: siretInput.nullable().default(null),
  legalName: words("Saisissez le nom légal de la structure.", 200),
  tradeName: optionalWords(200),
  kind: z.enum(StructureKind, "Choisissez ce qui vous ressemble le plus."),
  address: optionalWords(200),
  postalCode: z
    .string("Saisissez le code postal.")
    .trim()
    .regex(/^\d{5}$/, "Le code postal a cinq chiffres."),
  city: words("Saisissez la commune.", 100),
  website,
  phone,
  people,
  skills: z
    .array(z.string().max(100))
    .max(30, "Trente compétences au plus\u202f: gardez celles qu’on cherche chez vous.")
    .default([]),
  ownSkills,
  commissions: z
    .array(z.string().max(100), "Choisissez au moins une commission.")
    .min(1, "Choisissez au moins une commission."),
  description: words("Dites en quelques phrases ce que fait votre structure.", 3_000),
  motivation: words("Dites ce que vous attendez du club, en une phrase au moins.", 3_000),
};

/** The application form. */
export const applicationInput = z.object({
  ...content,
  consent: z.literal("on", "Cochez la case pour que le club puisse lire votre demande."),
  ...humanFields,
  /** The signed link of a member's invitation. */
  invitation: z.string().max(400).optional(),
});
export type ApplicationInput = z.infer<typeof applicationInput>;

const token = z.string().max(400);

/** The same form, from the private link. */
export const correctionInput = z.object({ ...content, token });
export type CorrectionInput = z.infer<typeof correctionInput>;

/** The buttons of the private page. */
export const tokenInput = z.object({ token });

export const answerInput = z.object({
  token,
  questionId: z.uuid(),
  answer: words("Écrivez votre réponse.", 3_000),
});
export type AnswerInput = z.infer<typeof answerInput>;

/** "Renvoyez-moi le lien". */
export const resendLinkInput = z.object({ email: email("Saisissez l’adresse e-mail de la demande.") });
export type ResendLinkInput = z.infer<typeof resendLinkInput>;
