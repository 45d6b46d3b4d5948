import type { Metadata } from "next";
import { InternshipRow } from "#components/internships/internship-row";
import { JsonLd } from "#components/seo/json-ld";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { Section } from "#components/ui/section";
import { listInternships } from "#lib/internships/queries";
import { readPage, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement } from "#lib/seo/json-ld";

const PER_PAGE = 24;

export const metadata: Metadata = {
  title: "Stages",
  description:
    "Les offres de stage des entreprises informatiques de l’Artois : BTS, BUT, licence, master, écoles d’ingénieurs.",
  alternates: { canonical: absolute(paths.internships) },
};

export default async function InternshipsPage({ searchParams }: PageProps<"/stages">) {
  const page = readPage(await searchParams, 100);
  const { items, total } = await listInternships(
    visitor,
    { skip: (page - 1) * PER_PAGE, limit: PER_PAGE },
    requestTime(),
  );
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const pageHref = (number: number) =>
    writeAddress(paths.internships, { page: number > 1 ? String(number) : undefined });
  return (
    <>
      <JsonLd statements={[breadcrumbStatement([{ name: "Stages", path: paths.internships }])]} />
      <PageHeader
        kicker="Étudiantes, étudiants, écoles"
        title="Se former à côté de chez soi"
        lead="Les stages que proposent les adhérents du club, du BTS à l’école d’ingénieurs. Les dates limites les plus proches viennent d’abord."
        figures={[{ value: total, words: total > 1 ? "offres ouvertes" : "offre ouverte" }]}
      />
      <Section
        title={items.length > 0 ? count(total, "offre") : "Offres"}
        id="resultats"
        intro={
          <>
            <a href={paths.internshipsCsv}>Télécharger la liste (CSV)</a>
            <br />
            <a href={paths.internshipsAtom}>Suivre les nouvelles offres (Atom)</a>
          </>
        }
      >
        {items.length === 0 ? (
          <EmptyState
            title="Aucune offre ouverte ici"
            actions={<ButtonLink href={paths.directory}>Chercher une entreprise dans l’annuaire</ButtonLink>}
          >
            <p>
              Les offres paraissent surtout de novembre à février. Vous pouvez aussi écrire aux adhérents dont le métier
              vous intéresse.
            </p>
          </EmptyState>
        ) : (
          <BrickList>
            {items.map((offer) => (
              <InternshipRow key={offer.slug} offer={offer} />
            ))}
          </BrickList>
        )}
        {pages > 1 && (
          <Pager
            words={`Page ${page} sur ${pages}`}
            previous={page > 1 ? pageHref(page - 1) : null}
            next={page < pages ? pageHref(page + 1) : null}
          />
        )}
      </Section>
    </>
  );
}
