import { z } from "zod";
import { InternshipLevel } from "#lib/generated/prisma/enums";
import { day, handed, listed, oneLine, paragraphs } from "#lib/platform/fields";
import { formatEuros, formatNumber, parseEuros } from "#lib/platform/french";
import { fitsPeriod, MOST_HOURS, stipendOf } from "../law.ts";

const MOST_SKILLS = 12;
const A_TITLE = "Donnez un titre, par exemple «\u202fTechnicien réseau F/H\u202f».";

const whole = (missing: string, least: number, most: number) =>
  z.int(missing).min(least, `${least} au moins.`).max(most, `${most} au plus.`);

/** The form of an offer. What it says is checked whole: a draft that is saved could be published. */
const AFTER_DEADLINE = "On peut candidater jusqu’au soir de la date limite\u202f: répondez au plus tôt le lendemain.";

export const offerInput = z
  .object({
    /** Given by the page: the form sent twice is one offer. */
    id: z.uuid("Rechargez cette page."),
    /** When the offer was last saved, as the form was opened; absent: it is new. */
    version: z.iso.datetime("Rechargez cette page.").optional(),
    copiedFrom: z.uuid("Rechargez cette page.").optional(),
    title: oneLine({ most: 120, missing: A_TITLE }).refine((text) => text.length >= 5, A_TITLE),
    missions: paragraphs({ most: 5_000, missing: "Décrivez les missions." }).refine(
      (text) => text.length >= 40,
      "Décrivez les missions en quelques phrases.",
    ),
    commission: handed({ most: 100, missing: "Choisissez un métier." }),
    skills: listed({ most: MOST_SKILLS, longest: 60, separator: /[\n,]/ }),
    levels: z.array(z.enum(InternshipLevel), "Choisissez au moins un niveau.").min(1, "Choisissez au moins un niveau."),
    curricula: listed({ most: 6, longest: 60, separator: /[\n,]/ }),
    startsOn: day({ missing: "Dites à partir de quel jour." }),
    endsOn: day({ missing: "Dites jusqu’à quel jour." }),
    weeks: whole("Saisissez un nombre de semaines.", 1, 52),
    hoursPerWeek: whole("Saisissez un nombre d’heures.", 1, 35),
    city: oneLine({ most: 100 }).optional(),
    remotePercent: whole("Saisissez un pourcentage.", 0, 100).default(0),
    places: whole("Saisissez un nombre de places.", 1, 20),
    stipend: z
      .string()
      .optional()
      .transform((typed, context) => {
        if (!typed?.trim()) return null;
        const cents = parseEuros(typed);
        if (cents === null || cents === 0) {
          context.addIssue({ code: "custom", message: "Saisissez un montant en euros, par exemple 4,50." });
          return z.NEVER;
        }
        return cents;
      }),
    tutorName: oneLine({ most: 120 }).optional(),
    tutorRole: oneLine({ most: 120 }).optional(),
    applyBefore: day({ missing: "Donnez une date limite." }),
    answerBy: day({ missing: "Dites quand chacun aura sa réponse." }),
    shownFirstTo: z.array(z.uuid()).max(20).default([]),
    shownFirstUntil: day().optional(),
  })
  .superRefine((offer, context) => {
    const wrong = (path: keyof typeof offer, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const { startsOn, endsOn, weeks, hoursPerWeek, applyBefore, answerBy, shownFirstTo, shownFirstUntil } = offer;
    const hours = weeks * hoursPerWeek;
    if (endsOn <= startsOn) wrong("endsOn", "Le stage finirait avant d’avoir commencé.");
    else if (!fitsPeriod(offer)) {
      wrong("weeks", `${weeks} semaines ne tiennent pas entre ces deux dates.`);
    }
    if (hours > MOST_HOURS) {
      wrong(
        "weeks",
        `${formatNumber(hours)} heures de présence\u202f: la loi en permet ${MOST_HOURS}, six mois, par année d’études (code de l’éducation, art. L124-5).`,
      );
    }
    if (applyBefore > endsOn) wrong("applyBefore", "On candidaterait après la fin du stage.");
    if (answerBy <= applyBefore) wrong("answerBy", AFTER_DEADLINE);
    if (shownFirstTo.length > 0 && !shownFirstUntil) wrong("shownFirstUntil", "Dites jusqu’à quand.");
    if (shownFirstTo.length === 0 && shownFirstUntil)
      wrong("shownFirstUntil", "Choisissez une école, ou effacez la date.");
    if (shownFirstUntil && shownFirstUntil >= applyBefore) {
      wrong("shownFirstUntil", "Laissez aux autres le temps de candidater\u202f: avant la date limite.");
    }
    const { isDue, minimumCents } = stipendOf({ hours, offeredCents: null }, startsOn);
    if (isDue && offer.stipend !== null && offer.stipend < minimumCents) {
      wrong(
        "stipend",
        `Pour ${formatNumber(hours)} heures de présence, le minimum légal est de ${formatEuros(minimumCents)} l’heure (code de l’éducation, art. L124-6). Laissez vide pour l’appliquer.`,
      );
    }
  });
export type OfferInput = z.output<typeof offerInput>;
/** As it is typed: what the form is filled with. */
export type OfferForm = z.input<typeof offerInput>;

/** One offer, named by its id. */
export const offerNamed = z.object({ id: z.uuid("Cette offre n’existe pas.") });
