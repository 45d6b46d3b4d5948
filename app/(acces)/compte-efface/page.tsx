import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Compte effacé", robots: { index: false } };

/** After an erasure: what happened, and that the door stays open. */
export default function AccountErasedPage() {
  return (
    <PageHeader
      kicker="Au revoir"
      title="Votre compte est effacé"
      lead="Ce que l’histoire du club doit garder ne porte plus votre nom. Un dernier e-mail vous le confirme ; ensuite, le portail oublie votre adresse."
    >
      <div className="actions">
        <ButtonLink kind="secondary" href={paths.home}>
          Revenir à l’accueil
        </ButtonLink>
      </div>
    </PageHeader>
  );
}
