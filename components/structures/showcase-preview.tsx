import { DefinitionList } from "#components/ui/definition-list";
import { Paragraphs } from "#components/ui/paragraphs";
import { TagList } from "#components/ui/tag-list";
import type { StructureKind } from "#lib/generated/prisma/enums";
import { KIND_LABELS, placeInWords } from "#lib/structures/labels";
import { previewOf } from "#lib/structures/showcase/rules";
import type { ShowcaseForm } from "#lib/structures/showcase/schema";
import { MemberLogo } from "./member-logo.tsx";

type Props = { typed: Partial<TypedShowcase>; kind: StructureKind; logoKey: string | null };
/** The fields as they are typed: everything is still text. */
export type TypedShowcase = { [Field in keyof ShowcaseForm]: unknown };

/** The public page with what is typed, saved or not: the same words in the same order. */
export function ShowcasePreview({ typed, kind, logoKey }: Props) {
  const shown = previewOf({
    name: textOf(typed.name),
    description: textOf(typed.description),
    skills: (textOf(typed.skills) ?? "").split("\n"),
    references: listOf(typed.references).map((line) => {
      const { customer, work, year } = Object(line);
      return { customer: textOf(customer), work: textOf(work), year: textOf(year) };
    }),
  });
  const isPublic = (visibility: unknown) => visibility === "public";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, also from the keyboard
    <aside className="preview" id="apercu" aria-label="Aperçu de la page publique" tabIndex={0}>
      <p className="preview-title">Aperçu</p>
      <p className="kicker">
        {KIND_LABELS[kind]} · {placeInWords(textOf(typed.city) ?? null)}
      </p>
      <p className="display preview-name">{shown.name}</p>
      {logoKey && <MemberLogo logoKey={logoKey} size="page" />}
      {shown.summary && <p className="lead">{shown.summary}</p>}
      {shown.rest && <Paragraphs text={shown.rest} />}
      <TagList label="Compétences" tags={shown.skills.map((label) => ({ label }))} />
      <DefinitionList
        items={[
          { term: "Téléphone", value: isPublic(typed.phoneVisibility) && textOf(typed.phone) },
          { term: "Adresse e-mail", value: isPublic(typed.emailVisibility) && textOf(typed.email) },
          { term: "Site", value: textOf(typed.website) },
          {
            term: "Adresse",
            value: [textOf(typed.address), [textOf(typed.postalCode), textOf(typed.city)].filter(Boolean).join(" ")]
              .filter(Boolean)
              .join(", "),
          },
          ...shown.references.map(({ customer, work, year }) => ({
            term: [year, customer].filter(Boolean).join(", ") || "Référence",
            value: work,
          })),
        ].map((item) => ({ ...item, value: item.value || null }))}
      />
    </aside>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
