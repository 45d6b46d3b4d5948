import { z } from "zod";
import { oneLine } from "#lib/platform/fields";

const MEETING_FORMATS = ["in_person", "remote", "mixed"] as const;

const videoUrl = oneLine({ most: 500 })
  .pipe(
    z.url({
      protocol: /^https$/,
      error: "Indiquez l’adresse complète de la visioconférence, qui commence par https://.",
    }),
  )
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
