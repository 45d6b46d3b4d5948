import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

/** Instead of the page of a private link that opens nothing: it says no more, since anybody may try one. */
export function StaleLink() {
  return (
    <PageHeader
      kicker="Lien personnel"
      title="Ce lien n’ouvre rien, ou plus rien"
      lead="Il a pu être coupé en le recopiant, remplacé par un plus récent, ou ne plus être à vous."
    >
      <p className="measure">
        Ouvrez le lien du dernier e-mail reçu du club, sans le recopier à la main. S’il mène encore ici, demandez-en un
        autre à la personne qui vous l’a envoyé.
      </p>
      <div className="actions">
        <ButtonLink href={paths.home} kind="secondary">
          Revenir à l’accueil
        </ButtonLink>
      </div>
    </PageHeader>
  );
}
