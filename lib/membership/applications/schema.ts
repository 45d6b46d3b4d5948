import { z } from "zod";
import { StructureKind } from "#lib/generated/prisma/enums";
import { atMost, emailAddress, handed, oneLine, optionalLine, paragraphs } from "#lib/platform/fields";
import { humanFields } from "#lib/platform/human-form";
import { oneLineOf, plainText } from "#lib/platform/plain-text";
import { fold } from "#lib/platform/slug";
import { isSiret, readPhone } from "#lib/structures/rules";

export const siretInput = z
  .string("Saisissez les 14 chiffres du SIRET.")
  .transform((text) => text.replace(/[\s.]/g, ""))
  .pipe(
    z
      .string()
      .regex(/^\d{14}$/, "Un SIRET a 14 chiffres\u202f: recopiez-le d’une facture ou d’un extrait Kbis.")
      .refine(isSiret, "Ce SIRET n’est pas possible\u202f: sa clé est fausse. Vérifiez chaque chiffre."),
  );

const website = oneLine({ most: 300 })
  .transform((text) => (text === "" ? null : /^https?:[/][/]/i.test(text) ? text : `https://${text}`))
  .pipe(
    z
      .url({
        protocol: /^https?$/,
        hostname: z.regexes.domain,
        error: "Saisissez l’adresse du site, par exemple www.exemple.fr.",
      })
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
    const labels = plainText(text)
      .split(/[,;\n]/)
      .flatMap((label) => oneLineOf(label) || []);
    return [...new Map(labels.map((label) => [fold(label), label])).values()];
  })
  .pipe(z.array(z.string().max(80, atMost(80, "par compétence"))).max(8, "Huit au plus\u202f: gardez l’essentiel."))
  .default([]);

const person = z.object({
  firstName: oneLine({ most: 80, missing: "Saisissez le prénom." }),
  lastName: oneLine({ most: 80, missing: "Saisissez le nom." }),
  email: emailAddress({ missing: "Saisissez l’adresse e-mail." }),
  function: oneLine({ most: 120, missing: "Dites la fonction, par exemple gérante ou technicien." }),
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
  legalName: oneLine({ most: 200, missing: "Saisissez le nom légal de la structure." }),
  tradeName: optionalLine({ most: 200 }),
  kind: z.enum(StructureKind, "Choisissez ce qui vous ressemble le plus."),
  address: optionalLine({ most: 200 }),
  postalCode: z
    .string("Saisissez le code postal.")
    .trim()
    .regex(/^\d{5}$/, "Le code postal a cinq chiffres."),
  city: oneLine({ most: 100, missing: "Saisissez la commune." }),
  website,
  phone,
  people,
  skills: z
    .array(handed({ most: 100 }))
    .max(30, "Trente compétences au plus\u202f: gardez celles qu’on cherche chez vous.")
    .default([]),
  ownSkills,
  commissions: z
    .array(handed({ most: 100 }), "Choisissez au moins une commission.")
    .min(1, "Choisissez au moins une commission."),
  description: paragraphs({ most: 3_000, missing: "Dites en quelques phrases ce que fait votre structure." }),
  motivation: paragraphs({ most: 3_000, missing: "Dites ce que vous attendez du club, en une phrase au moins." }),
};

/** The application form. */
export const applicationInput = z.object({
  ...content,
  consent: z.literal("on", "Cochez la case pour que le club puisse lire votre demande."),
  ...humanFields,
  /** The signed link of a member's invitation. */
  invitation: handed({ most: 400 }).optional(),
});
export type ApplicationInput = z.infer<typeof applicationInput>;

const token = handed({ most: 400 });

/** The same form, from the private link. */
export const correctionInput = z.object({ ...content, token });
export type CorrectionInput = z.infer<typeof correctionInput>;

/** The buttons of the private page. */
export const tokenInput = z.object({ token });

export const answerInput = z.object({
  token,
  questionId: z.uuid(),
  answer: paragraphs({ most: 3_000, missing: "Écrivez votre réponse." }),
});
export type AnswerInput = z.infer<typeof answerInput>;

/** "Renvoyez-moi le lien". */
export const resendLinkInput = z.object({
  email: emailAddress({ missing: "Saisissez l’adresse e-mail de la demande." }),
});
export type ResendLinkInput = z.infer<typeof resendLinkInput>;
