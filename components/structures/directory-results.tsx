import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { Pages } from "#components/ui/pages";
import { TagList } from "#components/ui/tag-list";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import type { Directory, DirectoryFacets } from "#lib/structures/directory/queries";
import { type DirectoryFilter, directoryHref } from "#lib/structures/directory/schema";
import { MemberRow } from "./member-row.tsx";

type Props = { directory: Directory; filter: DirectoryFilter; facets: DirectoryFacets };

/** The list, how many there are in words, the way to the next page, and what to do when there is none. */
export function DirectoryResults({ directory, filter, facets }: Props) {
  const { total } = directory;
  return (
    <div id="resultats">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h2 className="text-xl" role="status" data-part="count">
          {total === 0 ? "Aucun adhérent ne correspond" : count(total, "adhérent")}
        </h2>
        <p className="text-sm" data-part="download">
          {total > 0 && <a href={directoryHref(filter, 1, paths.directoryCsv)}>Télécharger la liste (CSV)</a>}
        </p>
      </div>
      <div data-part="list">
        <DirectoryList directory={directory} filter={filter} facets={facets} />
      </div>
    </div>
  );
}

function DirectoryList({ directory, filter, facets }: Props) {
  const { items, total, page, perPage, corrected } = directory;
  const commissionNames = new Map(facets.commission.map(({ value, label }) => [value, label]));
  return (
    <>
      {corrected && (
        <p className="mb-4">
          Résultats pour <strong>{corrected}</strong>.
        </p>
      )}
      {total === 0 ? (
        <NothingFound filter={filter} facets={facets} />
      ) : items.length === 0 ? (
        <EmptyState
          title="Cette page est après la dernière"
          actions={<ButtonLink href={directoryHref(filter)}>Revenir à la première page</ButtonLink>}
        />
      ) : (
        <BrickList label="Adhérents">
          {items.map((member) => (
            <MemberRow key={member.slug} member={member} commissionNames={commissionNames} />
          ))}
        </BrickList>
      )}
      {items.length > 0 && (
        <Pages page={page} total={total} perPage={perPage} href={(number) => directoryHref(filter, number)} />
      )}
    </>
  );
}

/** The next step: fewer filters, or one of the skills that the members do have. */
function NothingFound({ filter, facets }: Pick<Props, "filter" | "facets">) {
  const hasFilters = Boolean(filter.commission || filter.city || filter.kind || filter.skill);
  return (
    <EmptyState
      title="Personne, avec ces mots et ces filtres"
      actions={
        <>
          {filter.q && hasFilters && (
            <ButtonLink href={directoryHref({ q: filter.q })}>Chercher dans tout l’Artois</ButtonLink>
          )}
          <ButtonLink kind="secondary" href={paths.newNeed}>
            Confier votre besoin au club
          </ButtonLink>
          <ButtonLink kind="secondary" href={directoryHref({})}>
            Voir tous les adhérents
          </ButtonLink>
        </>
      }
    >
      <p>
        Essayez un mot plus courant, une marque, ou le nom d’une ville voisine. Vous pouvez aussi partir d’une
        compétence que les adhérents proposent :
      </p>
      <TagList
        label="Compétences proposées"
        tags={(facets.skill.length > 0 ? facets.skill : [])
          .slice(0, 12)
          .map(({ value, label }) => ({ label, href: directoryHref({ skill: value }) }))}
      />
    </EmptyState>
  );
}
