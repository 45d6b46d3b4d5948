import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { SearchForm } from "#components/ui/search-form";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Page introuvable", robots: { index: false } };

export default function NotFound() {
  return (
    <PageHeader
      figures={[{ value: "404", words: "page introuvable" }]}
      title="Cette page n’existe pas, ou n’existe plus"
      lead="L’adresse a pu changer. Ce que vous cherchez se retrouve sans doute par son nom, son métier ou sa commune."
    >
      <p className="measure">
        Vous feuilletiez une longue liste{"\u202f"}? Elle s’arrête à mille lignes{"\u202f"}: précisez plutôt votre
        recherche.
      </p>
      <div className="mt-8">
        <SearchForm action={paths.directory} label="Chercher dans l’annuaire" />
      </div>
      <div className="actions">
        <ButtonLink href={paths.home} kind="secondary">
          Revenir à l’accueil
        </ButtonLink>
      </div>
    </PageHeader>
  );
}
