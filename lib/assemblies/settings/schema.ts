import { z } from "zod";
import { ASSEMBLY_KINDS } from "../schema.ts";

const number = (least: number, most: number) =>
  z
    .number({ error: "Indiquez un nombre." })
    .int("Indiquez un nombre entier.")
    .min(least, `${least} au moins.`)
    .max(most, `${most} au plus.`);

/** What the statutes ask of one kind of assembly. */
export const assemblyRulesInput = z.object({
  kind: z.enum(ASSEMBLY_KINDS),
  noticeDays: number(0, 90),
  quorumPercent: number(0, 100),
  secondNoticeDays: number(0, 90),
  secondQuorumPercent: number(0, 100),
  proxiesPerHolder: number(0, 20),
  presidentDecidesTies: z.boolean().default(false),
});
export type AssemblyRulesInput = z.infer<typeof assemblyRulesInput>;
