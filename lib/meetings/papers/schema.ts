import { z } from "zod";

/** The largest paper: what the storage of a small club and a phone's connection bear. */
export const MOST_BYTES = 5 * 1024 * 1024;

export const addPaperInput = z.object({
  meetingId: z.uuid(),
  agendaItemId: z.uuid().optional(),
  paper: z
    .instanceof(File, { error: "Choisissez un fichier." })
    .refine((file) => file.size > 0, "Choisissez un fichier.")
    .refine((file) => file.size <= MOST_BYTES, "Ce fichier dépasse 5\u00a0Mo\u202f: réduisez-le avant de l’envoyer."),
});

export const paperIntention = z.object({ paperId: z.uuid() });
