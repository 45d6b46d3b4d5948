import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import type { FoundOffers } from "#lib/internships/search/queries";
import { type OfferFilter, offersHref, RADII } from "#lib/internships/search/schema";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { InternshipRow } from "./internship-row.tsx";

type Props = { found: FoundOffers; filter: OfferFilter; isFirst: boolean };

/** How many offers in words, ways to keep watch on them, the list, and what to do when there is none. */
export function OfferResults({ found, filter, isFirst }: Props) {
  const { total } = found;
  return (
    <div id="resultats">
      <h2 className="text-xl" role="status" data-part="count">
        {total === 0 ? "Aucune offre ne correspond" : count(total, "offre ouverte", "offres ouvertes")}
      </h2>
      <p className="offer-watch" data-part="watch">
        <a href={offersHref(filter, undefined, paths.newAlert)} rel="nofollow">
          Être prévenu par e-mail
        </a>
        <a href={offersHref(filter, undefined, paths.internshipsAtom)}>Suivre (Atom)</a>
        {total > 0 && <a href={offersHref(filter, undefined, paths.internshipsCsv)}>Télécharger (CSV)</a>}
      </p>
      <div data-part="list">
        <OfferList found={found} filter={filter} isFirst={isFirst} />
      </div>
    </div>
  );
}

function OfferList({ found: { items, total, next, corrected }, filter, isFirst }: Props) {
  return (
    <>
      {corrected && (
        <p className="mb-4">
          Résultats pour <strong>{corrected}</strong>.
        </p>
      )}
      {total === 0 ? (
        <NothingFound filter={filter} />
      ) : items.length === 0 ? (
        <EmptyState
          title="La liste s’arrête ici"
          actions={<ButtonLink href={offersHref(filter)}>Revenir au début</ButtonLink>}
        />
      ) : (
        <BrickList label="Offres de stage">
          {items.map((offer) => (
            <InternshipRow key={offer.slug} offer={offer} />
          ))}
        </BrickList>
      )}
      {(next || !isFirst) && items.length > 0 && (
        <nav className="pager" aria-label="Suite de la liste">
          {isFirst ? <span /> : <a href={offersHref(filter)}>Revenir au début</a>}
          <span />
          {next ? (
            <a href={offersHref(filter, next)} rel="next nofollow">
              Offres suivantes
            </a>
          ) : (
            <span />
          )}
        </nav>
      )}
    </>
  );
}

/** The next step: look wider, or be told when one comes. */
function NothingFound({ filter }: { filter: OfferFilter }) {
  const wider = filter.city ? RADII.find((km) => km > filter.km) : undefined;
  const hasFilter = offersHref(filter) !== paths.internships;
  return (
    <EmptyState
      title={hasFilter ? "Rien encore, avec ces critères" : "Aucune offre ouverte pour l’instant"}
      actions={
        <>
          <ButtonLink href={offersHref(filter, undefined, paths.newAlert)}>Être prévenu des prochaines</ButtonLink>
          {wider && (
            <ButtonLink kind="secondary" href={offersHref({ ...filter, km: wider })}>
              Chercher jusqu’à {wider} km
            </ButtonLink>
          )}
          {hasFilter && (
            <ButtonLink kind="secondary" href={paths.internships}>
              Voir toutes les offres
            </ButtonLink>
          )}
          <ButtonLink kind="secondary" href={paths.directory}>
            Chercher une entreprise
          </ButtonLink>
        </>
      }
    >
      <p>
        Les offres paraissent surtout de novembre à février. Élargissez les dates ou la distance, ou écrivez aux
        adhérents dont le métier vous intéresse.
      </p>
    </EmptyState>
  );
}
