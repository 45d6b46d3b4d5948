import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Plus de votre ressort" };

/** A lead whose mandate is over comes here by an old mail or bookmark; anybody else learns no more. */
export default function NotYourCommission() {
  return (
    <PageHeader
      kicker="Commissions"
      title="Cette page n’est pas, ou plus, de votre ressort"
      lead="Les réunions et les sondages d’une commission sont à qui l’anime aujourd’hui."
    >
      <p className="measure">
        Si votre mandat vient de finir, la personne qui vous succède les reprend tels quels : rien n’est perdu. Ce qui
        vous concerne encore, convocations et comptes rendus, reste dans vos réunions.
      </p>
      <div className="actions">
        <ButtonLink href={paths.meetings}>Voir mes réunions</ButtonLink>
        <ButtonLink href={paths.memberArea} kind="secondary">
          Revenir à l’espace membre
        </ButtonLink>
      </div>
    </PageHeader>
  );
}
