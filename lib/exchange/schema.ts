import { z } from "zod";
import { SkillExchangeDirection, SkillExchangeKind } from "#lib/generated/prisma/enums";
import { pageParameter, type Query, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { handed, oneLine, paragraphs } from "#lib/platform/fields";
import { paths } from "#lib/platform/paths";

const content = {
  direction: z.enum(SkillExchangeDirection, "Dites si vous proposez ou si vous cherchez."),
  kind: z.enum(SkillExchangeKind, "Choisissez de quoi il s’agit."),
  title: oneLine({ most: 120, missing: "Donnez un titre." }),
  body: paragraphs({ most: 3_000, missing: "Dites en quelques phrases de quoi il s’agit." }),
  hours: z
    .number({ error: "Un nombre d’heures, ou rien." })
    .int("Un nombre entier.")
    .min(1, "Une heure au moins, ou rien.")
    .max(500, "500 heures au plus.")
    .optional()
    .transform((value) => value ?? null),
  skills: z
    .array(handed({ most: 100 }))
    .max(6, "Six au plus\u202f: gardez l’essentiel.")
    .default([]),
};

/** "Je propose", "Je cherche". */
export const exchangeInput = z.object(content);
export type ExchangeInput = z.output<typeof exchangeInput>;

export const changeExchangeInput = z.object({ ...content, id: z.uuid() });
export type ChangeExchangeInput = z.output<typeof changeExchangeInput>;

export const exchangeIdInput = z.object({ id: z.uuid() });

/** How it ended. Done: with whom; not done: with nobody. */
export const closeInput = z.object({
  id: z.uuid(),
  talkId: z
    .uuid()
    .optional()
    .transform((id) => id ?? null),
});
export type CloseInput = z.output<typeof closeInput>;

/** What of the list is looked for. */
export interface ExchangeFilter {
  direction: SkillExchangeDirection | undefined;
  kind: SkillExchangeKind | undefined;
  /** Slugs. */
  skill: string | undefined;
  city: string | undefined;
}

/** The parameters of the list, whatever was typed. */
export function readExchangeAddress(query: Query): { filter: ExchangeFilter; page: number } {
  return {
    filter: {
      direction: Object.values(SkillExchangeDirection).find((one) => one === readParameter(query, "sens")),
      kind: Object.values(SkillExchangeKind).find((one) => one === readParameter(query, "genre")),
      skill: readParameter(query, "competence"),
      city: readParameter(query, "ville"),
    },
    page: readPage(query, 40),
  };
}

/** The list's address for this filter: French parameters, those without a value left out. */
export function exchangesHref({ direction, kind, skill, city }: ExchangeFilter, page = 1): string {
  return writeAddress(paths.exchanges, {
    sens: direction,
    genre: kind,
    competence: skill,
    ville: city,
    page: pageParameter(page),
  });
}
