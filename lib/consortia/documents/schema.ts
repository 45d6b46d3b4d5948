import { z } from "zod";
import { oneLine, optionalParagraphs } from "#lib/platform/fields";

/** "Déposer ce document": a first version. */
const newDocument = z.object({
  kind: z.literal("new"),
  title: oneLine({ most: 200, missing: "Nommez ce document." }),
  isConfidential: z.stringbool().default(false),
});

/** "Remplacer la version n": what is replaced is said, so that nothing is overwritten unseen. */
const nextVersion = z.object({
  kind: z.literal("next"),
  documentId: z.uuid(),
  replaces: z.coerce.number().int().min(1),
});

export const depositInput = z
  .discriminatedUnion("kind", [newDocument, nextVersion])
  .and(z.object({ note: optionalParagraphs({ most: 500 }) }));
export type DepositInput = z.infer<typeof depositInput>;

/** "Mettre dans la réponse finale", "Sortir de la réponse finale". */
export const chooseFinalInput = z.object({ id: z.uuid(), documentId: z.uuid(), isFinal: z.stringbool() });
export type ChooseFinalInput = z.infer<typeof chooseFinalInput>;

/** "Retirer ce document". */
export const withdrawDocumentInput = z.object({ id: z.uuid(), documentId: z.uuid() });
export type WithdrawDocumentInput = z.infer<typeof withdrawDocumentInput>;
