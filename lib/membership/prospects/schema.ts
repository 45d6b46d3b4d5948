import { z } from "zod";
import { ProspectState, StructureKind } from "#lib/generated/prisma/enums";
import { pageParameter, type Query, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { optionalParagraphs } from "#lib/platform/fields";
import { paths } from "#lib/platform/paths";

/** A line of the history of contacts; a person who is not interested says why. */
export const entryInput = z
  .object({
    prospectId: z.uuid(),
    state: z.enum(ProspectState, "Choisissez un état de la liste.").optional(),
    note: optionalParagraphs({ most: 2_000 }),
  })
  .superRefine(({ state, note }, context) => {
    if (!state && !note)
      context.addIssue({ code: "custom", message: "Choisissez un état ou écrivez une note.", path: ["note"] });
    if (state === "not_interested" && !note) {
      context.addIssue({
        code: "custom",
        message: "Notez la raison\u202f: elle évite de rappeler pour rien.",
        path: ["note"],
      });
    }
  });
export type EntryInput = z.infer<typeof entryInput>;

/** "Retirer de la liste". */
export const removalInput = z.object({ prospectId: z.uuid() });

export interface ProspectFilter {
  q?: string;
  state?: ProspectState;
  city?: string;
  kind?: StructureKind;
  /** Only those that somebody of the club knows, or only those that nobody knows. */
  known?: "oui" | "non";
}

const state = z.enum(ProspectState).optional().catch(undefined);
const kind = z.enum(StructureKind).optional().catch(undefined);
const known = z.enum(["oui", "non"]).optional().catch(undefined);

/** The filter that an address holds; what means nothing is not there. */
export function readProspectAddress(query: Query): { filter: ProspectFilter; page: number } {
  const given = {
    q: readParameter(query, "q"),
    state: state.parse(readParameter(query, "etat")),
    city: readParameter(query, "ville"),
    kind: kind.parse(readParameter(query, "type")),
    known: known.parse(readParameter(query, "connu")),
  };
  const filter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { filter, page: readPage(query) };
}

/** The address of the list, or of its file, with this filter. */
export function prospectsHref(
  filter: Partial<Record<keyof ProspectFilter, string | undefined>>,
  page = 1,
  path: string = paths.boardProspects,
): string {
  return writeAddress(path, {
    q: filter.q,
    etat: filter.state,
    ville: filter.city,
    type: filter.kind,
    connu: filter.known,
    page: pageParameter(page),
  });
}
