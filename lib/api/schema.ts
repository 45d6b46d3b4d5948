import { z } from "zod";
import { InternshipLevel, StructureKind } from "#lib/generated/prisma/enums";
import { cursor } from "#lib/platform/cursor";
import { columnOfDay } from "#lib/platform/dates";
import { directoryFilter, directoryPage } from "#lib/structures/directory/schema";

/**
 * What the public API takes and gives. Contract: these names and types keep their meaning, more may
 * be added. `openapi.json` is made from these same schemas.
 */

const slug = z.string().regex(/^[a-z0-9-]+$/);
const instant = z.iso
  .datetime({ offset: true, local: false })
  .meta({ description: "ISO 8601, avec décalage horaire." });
const day = z.iso.date().meta({ description: "AAAA-MM-JJ." });

export const memberItem = z.object({
  slug,
  name: z.string(),
  kind: z.enum(StructureKind),
  city: z.string().nullable(),
  postalCode: z.string().nullable(),
  commissions: z.array(slug).meta({ description: "Les commissions dont la structure est membre." }),
  skills: z.array(z.string()).meta({ description: "Les compétences, dans l’ordre choisi par la structure." }),
  summary: z.string().meta({ description: "La première phrase de la présentation." }),
  url: z.url(),
});
export type MemberItem = z.infer<typeof memberItem>;

export const member = memberItem.extend({ description: z.string(), website: z.string().nullable() });
export type Member = z.infer<typeof member>;

export const commissionItem = z.object({
  slug,
  name: z.string(),
  mission: z.string(),
  lead: z.string().nullable().meta({ description: "Responsable en exercice." }),
  members: z.int().min(0).meta({ description: "Nombre de structures membres." }),
  lastMeeting: instant.nullable(),
  nextMeeting: instant.nullable(),
  url: z.url(),
});
export type CommissionItem = z.infer<typeof commissionItem>;

export const eventItem = z.object({
  slug,
  title: z.string(),
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  commission: slug.nullable(),
  isCancelled: z.boolean(),
  url: z.url(),
});
export type EventItem = z.infer<typeof eventItem>;

export const internshipItem = z.object({
  slug,
  title: z.string(),
  member: slug.meta({ description: "La structure qui propose le stage." }),
  city: z.string(),
  level: z.enum(InternshipLevel).meta({ description: "Le premier des niveaux." }),
  levels: z.array(z.enum(InternshipLevel)).meta({ description: "Tous les niveaux auxquels l’offre s’adresse." }),
  startsOn: day,
  endsOn: day.meta({
    description: "Le stage dure «\u202fweeks\u202f» semaines, entre «\u202fstartsOn\u202f» et ce jour.",
  }),
  weeks: z.int().min(1),
  applyBefore: day,
  url: z.url(),
});
export type InternshipItem = z.infer<typeof internshipItem>;

export const needMatch = z.object({
  commission: slug.nullable().meta({ description: "La commission concernée\u202f; null hors du champ du club." }),
  understood: z.array(z.string()).meta({ description: "Ce qui a été compris, en compétences, une par besoin." }),
  outcome: z.enum(["understood", "nothing", "otherLanguage", "otherTrade", "unclear"]).meta({
    description: "Compris, ou pourquoi pas\u202f: rien à lire, autre langue, autre métier, pas assez clair.",
  }),
  suggestions: z
    .array(
      z.object({
        slug,
        name: z.string(),
        score: z.number().min(0).max(1),
        reasons: z.array(z.string()).meta({ description: "Pourquoi cet adhérent." }),
      }),
    )
    .max(5)
    .meta({ description: "Du plus au moins indiqué." }),
  pair: z.tuple([z.string(), z.string()]).nullable().meta({
    description: "Deux adhérents qui répondent ensemble à ce qu’aucun ne couvre seul.",
  }),
});

/** The envelope of every list. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    total: z.int().min(0).meta({ description: "Nombre d’éléments de la liste entière." }),
    page: z.int().min(1),
    perPage: z.int().min(1).max(100),
    next: z
      .string()
      .nullable()
      .meta({ description: "À rendre dans «\u202fafter\u202f» pour la suite\u202f; null à la fin." }),
  });
}

export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).optional(),
});

const { page, perPage } = directoryPage.shape;
const paging = {
  page: page.meta({
    description: "À partir de 1, jusqu’à 1\u202f000 éléments de profondeur\u202f; «\u202fafter\u202f» va plus loin.",
  }),
  perPage: perPage.meta({ description: "De 1 à 100\u202f; 24 par défaut.", minimum: 1, maximum: 100 }),
};
const AFTER = {
  description: "Le «\u202fnext\u202f» d’une réponse\u202f: la suite de la liste, sans limite de profondeur.",
};
const { q, commission, city, skill, kind } = directoryFilter.shape;

export const membersParameters = z
  .object({
    q: q.meta({ description: "Mots cherchés\u202f; la meilleure réponse d’abord." }),
    commission: commission.meta({ description: "Adresse courte d’une commission, par exemple «\u202fgestion\u202f»." }),
    city: city.meta({ description: "Adresse courte d’une ville, par exemple «\u202fnoeux-les-mines\u202f»." }),
    skill: skill.meta({ description: "Adresse courte d’une compétence." }),
    kind: kind.meta({ description: `Genre de structure\u202f: ${Object.keys(StructureKind).join(", ")}.` }),
    ...paging,
    after: directoryPage.shape.after.meta(AFTER),
  })
  // A place in one order means nothing in the other: going on from it would begin anew.
  .refine(({ q, after }) => after === undefined || "rank" in after === (q !== undefined), {
    path: ["after"],
    error: "Ce «\u202fnext\u202f» vient d’une autre recherche.",
  });

export const commissionsParameters = z.object({
  ...paging,
  after: cursor(z.object({ slug })).optional().meta(AFTER),
});

export const eventsParameters = z.object({
  commission: commission.meta({ description: "Adresse courte d’une commission." }),
  period: z
    .enum(["coming", "past", "all"])
    .catch("coming")
    .default("coming")
    .meta({ description: "À venir (par défaut), passés, ou tous." }),
  ...paging,
  after: cursor(z.object({ at: z.iso.datetime(), id: z.uuid() }))
    .transform(({ at, id }) => ({ startsAt: new Date(at), id }))
    .optional()
    .meta(AFTER),
});

export const internshipsParameters = z.object({
  ...paging,
  after: cursor(z.object({ on: z.iso.date(), id: z.uuid() }))
    .transform(({ on, id }) => ({ applyBefore: columnOfDay(on), id }))
    .optional()
    .meta(AFTER),
});

/** The parameters of an address, read once each (the first of repeated keys), unknown ones ignored. */
export function readParameters<Schema extends z.ZodObject>(request: Request, schema: Schema): z.output<Schema> {
  const given = new URL(request.url).searchParams;
  const named = Object.keys(schema.shape).map((name) => [name, given.get(name) || undefined]);
  return schema.parse(Object.fromEntries(named));
}
