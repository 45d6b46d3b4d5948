import { z } from "zod";

/** One line of text: whatever line ends somebody pastes are spaces. */
export const oneLine = (most: number, empty: string) =>
  z
    .string({ error: empty })
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, empty).max(most, `${most} caractères au plus.`));

export const day = z.iso.date("Choisissez une date, par exemple 08/10/2026.");
export const time = z
  .string({ error: "Indiquez une heure." })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Indiquez une heure, par exemple 18:30.");

const MEETING_FORMATS = ["in_person", "remote", "mixed"] as const;

const videoUrl = z
  .url({ protocol: /^https$/, error: "Indiquez l’adresse complète de la visioconférence, qui commence par https://." })
  .max(500, "500 caractères au plus.")
  .optional();

/** How people meet; what a link goes with. */
export const gathering = {
  format: z.enum(MEETING_FORMATS, "Choisissez comment se tient la réunion."),
  videoUrl,
};

/** A remote or mixed meeting has a link, a meeting in person has none. */
export function lacksLink({ format, videoUrl }: { format: string; videoUrl?: string | undefined }): boolean {
  return format !== "in_person" && !videoUrl;
}
export const LACKS_LINK = {
  path: ["videoUrl"],
  error: "Une réunion à distance a besoin de l’adresse de la visioconférence.",
};
