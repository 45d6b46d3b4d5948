import { z } from "zod";

const own = { assemblyId: z.uuid(), giverId: z.uuid() };

/** Hands one's vote to another voter: never a blank one. */
export const giveProxyInput = z.object({
  ...own,
  holderId: z.uuid("Choisissez à qui vous donnez pouvoir\u202f: un pouvoir en blanc ne vaut rien."),
});
export type GiveProxyInput = z.infer<typeof giveProxyInput>;

/** What a paper says: who signed it, and who votes for them. */
export const paperProxyInput = z.object({
  assemblyId: z.uuid(),
  giverId: z.uuid("Choisissez qui a signé le pouvoir."),
  holderId: z.uuid("Choisissez qui votera\u202f: un pouvoir en blanc ne vaut rien."),
});
export type PaperProxyInput = z.infer<typeof paperProxyInput>;

export const withdrawProxyInput = z.object(own);
export type WithdrawProxyInput = z.infer<typeof withdrawProxyInput>;
