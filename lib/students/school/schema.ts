import { z } from "zod";

const AGREE = "Cochez cette case\u202f: votre école ne vous suit qu’avec votre accord.";
const agreed = z.literal(true, AGREE);

/** Following needs the student's word: a code that their school gave them, or the school of their own address. */
export const joinByCodeInput = z.object({
  code: z
    .string("Saisissez le code de votre école.")
    .transform((typed) => typed.replace(/[\s-]/g, "").toUpperCase())
    .refine((code) => /^[A-Z0-9]{8}$/.test(code), "Un code a huit lettres ou chiffres, par exemple K7QM\u202f4XZP."),
  agrees: agreed,
});
export type JoinByCodeInput = z.infer<typeof joinByCodeInput>;
export type JoinByCodeForm = z.input<typeof joinByCodeInput>;

export const joinByAddressInput = z.object({ schoolId: z.uuid(), agrees: agreed });
