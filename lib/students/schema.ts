import { z } from "zod";
import { InternshipLevel } from "#lib/generated/prisma/enums";
import { day, listed, oneLine } from "#lib/platform/fields";
import { communeNamed } from "#lib/territory/communes";

const NO_DIPLOMA = "Dites quel diplôme vous préparez.";

/** What a company reads of a student: asked once, with the first application. */
export const profileFields = {
  diploma: oneLine({ most: 120, missing: NO_DIPLOMA }),
  level: z.enum(InternshipLevel, "Choisissez votre niveau."),
  schoolName: oneLine({ most: 120 }).optional(),
  availableFrom: day({ missing: "Saisissez le premier jour où vous êtes libre." }),
  availableTo: day({ missing: "Saisissez le dernier jour où vous êtes libre." }),
  city: oneLine({ most: 100 })
    .refine((typed) => typed === "" || communeNamed(typed), {
      error: "Le portail ne connaît pas cette commune en Artois. Laissez vide si vous habitez plus loin.",
    })
    .optional(),
  skills: listed({ most: 20, longest: 60, separator: /[\n,;]/ }),
  links: listed({ most: 5, longest: 300, separator: /\s+/ }).refine(
    (links) => links.every((link) => URL.canParse(link) && new URL(link).protocol === "https:"),
    "Des adresses qui commencent par https://, une par ligne.",
  ),
};

/** A period has an end after its beginning: said beside the end. */
export const inOrder = {
  check: ({ availableFrom, availableTo }: { availableFrom: string; availableTo: string }) =>
    availableTo > availableFrom,
  error: { path: ["availableTo"], error: "Le dernier jour doit venir après le premier." },
};

export const profileInput = z
  .object({
    ...profileFields,
    /** Companies of the club may find them. */
    isVisible: z.boolean().default(false),
    /** What ended is kept two years rather than three months. */
    keptLonger: z.boolean().default(false),
  })
  .refine(inOrder.check, inOrder.error);
export type ProfileInput = z.infer<typeof profileInput>;
/** "J’ai trouvé ailleurs", "Je cherche encore". */
export const elsewhereInput = z.object({ isElsewhere: z.stringbool() });

/** As it is typed: what the form is filled with. */
export type ProfileForm = z.input<typeof profileInput>;
