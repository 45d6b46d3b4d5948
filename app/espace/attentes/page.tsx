import type { Metadata } from "next";
import { ExpectationRow } from "#components/expectations/expectation-row";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { listCommissions } from "#lib/commissions/queries";
import { CATEGORY_LABELS, STATE_LABELS } from "#lib/expectations/labels";
import { listExpectations } from "#lib/expectations/queries";
import { EXPECTATION_CATEGORIES, EXPECTATION_ORDERS, EXPECTATION_STATES } from "#lib/expectations/schema";
import { pageParameter, type Query, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Attentes" };

const ORDER_LABELS = { voices: "Les plus soutenues", trend: "Celles qui montent", recent: "Les dernières" };

export default async function ExpectationsPage({ searchParams }: PageProps<"/espace/attentes">) {
  const query = await searchParams;
  const actor = await requireActor();
  const now = requestTime();
  const page = readPage(query);
  const chosen = readChosen(query);
  const [{ items, total, perPage }, commissions] = await Promise.all([
    listExpectations(
      actor,
      {
        words: chosen.q,
        commission: chosen.commission,
        state: chosen.etat,
        category: chosen.categorie,
        isFollowed: chosen.suivies === "oui",
      },
      { order: chosen.tri ?? "voices", page },
      now,
    ),
    listCommissions(now),
  ]);
  const href = (change: Change) => writeAddress(paths.expectations, { ...chosen, page: undefined, ...change });
  return (
    <>
      <PageHeader
        kicker="Le club de ses membres"
        title="Ce que nous attendons du club"
        lead="Chaque structure donne une voix. Les responsables étudient, le comité décide, et chacun voit la suite."
      >
        <ButtonLink href={paths.newExpectation}>Dire une attente</ButtonLink>{" "}
        <ButtonLink href={paths.expectationResults} kind="secondary">
          Ce qui a été fait
        </ButtonLink>{" "}
        {actor.commissionsLed.map(({ slug, name }) => (
          <ButtonLink key={slug} href={paths.synthesis(slug)} kind="quiet">
            Synthèse pour le comité : {name}
          </ButtonLink>
        ))}
      </PageHeader>
      <Section title={count(total, "attente")} layout="stacked">
        <SearchForm action={paths.expectations} label="Chercher dans les attentes" defaultValue={chosen.q ?? ""} />
        <Filters chosen={chosen} href={href} commissions={commissions} />
        {items.length === 0 ? (
          <EmptyState
            title="Aucune attente ici"
            actions={<ButtonLink href={paths.newExpectation}>Dire la première</ButtonLink>}
          >
            <p>
              Une attente se dit en une minute. <a href={paths.expectations}>Voir toutes les attentes</a>
            </p>
          </EmptyState>
        ) : (
          <BrickList>
            {items.map((expectation) => (
              <ExpectationRow key={expectation.id} expectation={expectation} />
            ))}
          </BrickList>
        )}
        <Pages page={page} total={total} perPage={perPage} href={(number) => href({ page: pageParameter(number) })} />
      </Section>
    </>
  );
}

type Chosen = ReturnType<typeof readChosen>;
type Change = Partial<Record<keyof Chosen | "page", string | undefined>>;

function readChosen(query: Query) {
  const order = EXPECTATION_ORDERS.find((known) => known === readParameter(query, "tri"));
  return {
    q: readParameter(query, "q"),
    commission: readParameter(query, "commission"),
    etat: EXPECTATION_STATES.find((known) => known === readParameter(query, "etat")),
    categorie: EXPECTATION_CATEGORIES.find((known) => known === readParameter(query, "categorie")),
    suivies: readParameter(query, "suivies") === "oui" ? "oui" : undefined,
    tri: order === "voices" ? undefined : order,
  };
}

type FilterProps = {
  chosen: Chosen;
  href: (change: Change) => string;
  commissions: Awaited<ReturnType<typeof listCommissions>>;
};

function Filters({ chosen, href, commissions }: FilterProps) {
  return (
    <>
      <FilterList
        title="Commission"
        clearHref={href({ commission: undefined })}
        options={commissions.map(({ slug, name }) => ({
          key: slug,
          label: name,
          href: href({ commission: slug }),
          isCurrent: slug === chosen.commission,
        }))}
      />
      <FilterList
        title="État"
        clearHref={href({ etat: undefined })}
        options={EXPECTATION_STATES.map((state) => ({
          key: state,
          label: STATE_LABELS[state],
          href: href({ etat: state }),
          isCurrent: state === chosen.etat,
        }))}
      />
      <FilterList
        title="Catégorie"
        clearHref={href({ categorie: undefined })}
        options={EXPECTATION_CATEGORIES.map((category) => ({
          key: category,
          label: CATEGORY_LABELS[category],
          href: href({ categorie: category }),
          isCurrent: category === chosen.categorie,
        }))}
      />
      <FilterList
        title="Ordre"
        options={[
          ...EXPECTATION_ORDERS.map((known) => ({
            key: known,
            label: ORDER_LABELS[known],
            href: href({ tri: known === "voices" ? undefined : known }),
            isCurrent: known === (chosen.tri ?? "voices"),
          })),
          {
            key: "suivies",
            label: "Seulement celles que je suis",
            href: href({ suivies: chosen.suivies ? undefined : "oui" }),
            isCurrent: chosen.suivies === "oui",
          },
        ]}
      />
    </>
  );
}
