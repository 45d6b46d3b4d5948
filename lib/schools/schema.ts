import { z } from "zod";

/** Where anybody has an address: no school's. */
const EVERYBODYS = [
  "gmail.com",
  "outlook.com",
  "outlook.fr",
  "hotmail.com",
  "hotmail.fr",
  "yahoo.fr",
  "yahoo.com",
].concat(["live.fr", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "icloud.com", "proton.me"]);

export const domainInput = z.object({
  emailDomain: z
    .string()
    .optional()
    .transform((typed = "") => typed.trim().toLowerCase().replace(/^.*@/, ""))
    .refine(
      (domain) => domain === "" || /^[a-z0-9-]+([.][a-z0-9-]+)+$/.test(domain),
      "Ce qui suit l’arobase, par exemple etu.ecole.fr.",
    )
    .refine(
      (domain) => !EVERYBODYS.includes(domain),
      "Cette messagerie est ouverte à tous\u202f: donnez celle de l’école.",
    ),
});
/** "Noter placé ailleurs", "Cherche encore". */
export const elsewhereInput = z.object({ studentId: z.uuid(), isElsewhere: z.stringbool() });
export type ElsewhereInput = z.infer<typeof elsewhereInput>;

export type DomainInput = z.infer<typeof domainInput>;
export type DomainForm = z.input<typeof domainInput>;
