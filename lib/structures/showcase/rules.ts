import { summaryOf } from "../rules.ts";

/** A fact that helps a page to be found or chosen, and where it is written. */
export interface Completeness {
  key: string;
  isDone: boolean;
  /** What to do, with its true effect on the search. */
  words: string;
  /** The field of the form. */
  field: string;
}

interface ShowcaseFacts {
  description: string;
  skills: { isShared: boolean }[];
  communeIsKnown: boolean;
  commissions: number;
  website: string | null;
  isReachable: boolean;
  hasLogo: boolean;
  references: number;
}

/** Shorter, a text holds few of the words that buyers type. */
const SHORT_DESCRIPTION = 250;
const FEW_SKILLS = 3;

/**
 * What would make the page found more often, true to the directory's search: it reads the name, the
 * skills and the town first, then the buyers' words for shared skills and the commissions, then the
 * text. The rest does not change the order, and says so.
 */
export function completenessOf(facts: ShowcaseFacts): Completeness[] {
  const shared = facts.skills.filter(({ isShared }) => isShared).length;
  return [
    {
      key: "skills",
      isDone: facts.skills.length >= FEW_SKILLS,
      words: "Citez au moins trois compétences\u202f: après le nom, ce sont elles que la recherche lit d’abord.",
      field: "skills",
    },
    {
      key: "shared-skills",
      isDone: shared > 0,
      words:
        "Reprenez une compétence de la liste commune\u202f: elle apporte les mots des acheteurs et le filtre «\u202fcompétence\u202f».",
      field: "skills",
    },
    {
      key: "city",
      isDone: facts.communeIsKnown,
      words: "Indiquez votre commune\u202f: sans elle, ni le filtre par ville ni la carte ne mènent à vous.",
      field: "city",
    },
    {
      key: "description",
      isDone: facts.description.trim().length >= SHORT_DESCRIPTION,
      words: `Décrivez-vous en ${SHORT_DESCRIPTION} signes ou plus\u202f: chaque mot de la présentation se cherche.`,
      field: "description",
    },
    {
      key: "commissions",
      isDone: facts.commissions > 0,
      words: "Rejoignez une commission\u202f: son nom se cherche, et sa page vous cite.",
      field: "commissions",
    },
    {
      key: "reachable",
      isDone: facts.isReachable,
      words: "Montrez un téléphone ou une adresse e-mail\u202f: qui vous trouve doit pouvoir vous joindre.",
      field: "email",
    },
    {
      key: "website",
      isDone: facts.website !== null,
      words: "Donnez l’adresse de votre site\u202f: sans effet sur la recherche, mais il rassure.",
      field: "website",
    },
    {
      key: "logo",
      isDone: facts.hasLogo,
      words: "Ajoutez un logo\u202f: sans effet sur l’ordre, mais on vous reconnaît dans la liste.",
      field: "logo",
    },
    {
      key: "references",
      isDone: facts.references > 0,
      words: "Racontez une réalisation\u202f: sans effet sur la recherche, mais elle décide souvent.",
      field: "references",
    },
  ];
}

/** What was typed, cleaned just enough to be shown as the page will show it. */
export function previewOf(typed: {
  name?: string | undefined;
  description?: string | undefined;
  skills: string[];
  references: ({ customer?: string | undefined; work?: string | undefined; year?: string | undefined } | undefined)[];
}) {
  const description = typed.description?.trim() ?? "";
  const summary = summaryOf(description);
  return {
    name: typed.name?.trim() || "Sans nom",
    summary,
    rest: description.startsWith(summary) ? description.slice(summary.length).trim() : description,
    skills: [...new Set(typed.skills.flatMap((label) => label.trim() || []))],
    references: typed.references.flatMap((line) => (line?.work?.trim() ? [{ ...line, work: line.work.trim() }] : [])),
  };
}

/** In the order of the form: the labels of what differs between what was typed and what is kept. */
export function differencesBetween(typed: Record<string, unknown>, kept: Record<string, unknown>): string[] {
  return Object.entries(FIELD_LABELS).flatMap(([field, label]) =>
    JSON.stringify(typed[field] ?? null) === JSON.stringify(kept[field] ?? null) ? [] : [label],
  );
}

const FIELD_LABELS: Record<string, string> = {
  name: "nom",
  kind: "genre",
  description: "présentation",
  skills: "compétences",
  references: "références",
  website: "site",
  email: "adresse e-mail",
  emailVisibility: "visibilité de l’adresse e-mail",
  phone: "téléphone",
  phoneVisibility: "visibilité du téléphone",
  peopleVisibility: "visibilité des personnes",
  address: "adresse",
  postalCode: "code postal",
  city: "commune",
};
