import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TerritoryMap } from "#components/structures/territory-map";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { SearchForm } from "#components/ui/search-form";
import { FormSamples } from "./form-samples.tsx";
import { ListSamples } from "./list-samples.tsx";
import { dots } from "./samples.ts";
import { WordSamples } from "./word-samples.tsx";

export const metadata: Metadata = { title: "Système de dessin", robots: { index: false } };

/** The showroom: every component in every state. In development only. */
export default function DesignPage() {
  if (process.env.NODE_ENV === "production") notFound();
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Accueil", href: "/" }]} here="Système de dessin" />}
        kicker="Brique, craie, charbon et un filet"
        title="Le prestataire qu’il vous faut est à vingt minutes"
        lead="Quarante-six entreprises et écoles informatiques de l’Artois se connaissent, se complètent et répondent ensemble."
        figures={[
          { value: "46", words: "adhérents" },
          { value: "21", words: "communes" },
          { value: "118", words: "compétences" },
        ]}
      >
        <div className="mt-8">
          <SearchForm action="/annuaire" label="De quoi avez-vous besoin ?" size="hero" id="accroche" />
        </div>
        <div className="actions">
          <ButtonLink href="/annuaire" kind="quiet">
            Voir tous les adhérents
          </ButtonLink>
          <ButtonLink href="/adherer" kind="secondary">
            Rejoindre le club
          </ButtonLink>
        </div>
      </PageHeader>
      <div className="sheet grid gap-10 lg:grid-cols-[2fr_1fr]">
        <TerritoryMap dots={dots} hrefFor={(slug) => `/annuaire?ville=${slug}`} variant="hero" />
        <div>
          <TerritoryMap
            dots={[{ communeSlug: "lievin", count: 1, commissions: [] }]}
            selected="lievin"
            variant="member"
            label="Liévin, dans l’Artois"
          />
          <TerritoryMap
            dots={dots}
            commission="developpement"
            variant="member"
            label="La commission Développements logiciels dans l’Artois"
          />
        </div>
      </div>
      <ListSamples />
      <WordSamples />
      <FormSamples />
    </>
  );
}
