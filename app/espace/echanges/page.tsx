import type { Metadata } from "next";
import { ExchangeFilters } from "#components/exchange/exchange-filters";
import { ExchangeRow } from "#components/exchange/exchange-row";
import { MatchRows } from "#components/exchange/match-rows";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { listMatches } from "#lib/exchange/matches/queries";
import { type ExchangeView, listExchanges, listFacets, listOwnExchanges } from "#lib/exchange/queries";
import { exchangesHref, readExchangeAddress } from "#lib/exchange/schema";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Coups de main" };

export default async function ExchangesPage({ searchParams }: PageProps<"/espace/echanges">) {
  const [actor, now] = [await requireRight("read", "SkillExchange"), requestTime()];
  const { filter, page } = readExchangeAddress(await searchParams);
  const [{ items, total, perPage }, facets, own, matches] = await Promise.all([
    listExchanges(actor, filter, page, now),
    listFacets(actor, now),
    listOwnExchanges(actor, now),
    listMatches(actor, now),
  ]);
  return (
    <>
      <PageHeader
        kicker="Entre adhérents"
        title="Coups de main"
        lead="Un conseil, une formation, du matériel prêté, un surcroît de travail : demandez, proposez. Sans argent ni compte d’heures dans le portail."
      >
        <div className="actions">
          <ButtonLink href={`${paths.newExchange}?sens=request`}>Je cherche</ButtonLink>
          <ButtonLink kind="secondary" href={`${paths.newExchange}?sens=offer`}>
            Je propose
          </ButtonLink>
        </div>
      </PageHeader>
      {matches.length > 0 && (
        <Section title="Rencontres" id="rencontres" intro="Une offre et une recherche se répondent.">
          <MatchRows matches={matches} isNamed />
        </Section>
      )}
      <Section title={count(total, "annonce")} id="annonces" layout="stacked">
        <ExchangeFilters filter={filter} facets={facets} />
        {items.length === 0 ? (
          <EmptyState title="Aucune annonce ne correspond" actions={<a href={paths.exchanges}>Tout afficher</a>} />
        ) : (
          <Rows exchanges={items} />
        )}
        <Pages page={page} total={total} perPage={perPage} href={(number) => exchangesHref(filter, number)} />
      </Section>
      {own.posted.length > 0 && (
        <Section title="Vos annonces" id="les-votres">
          <Rows exchanges={own.posted} isOwn />
        </Section>
      )}
      {own.answered.length > 0 && (
        <Section title="Vous y avez répondu" id="vos-reponses">
          <Rows exchanges={own.answered} />
        </Section>
      )}
    </>
  );
}

function Rows({ exchanges, isOwn = false }: { exchanges: ExchangeView[]; isOwn?: boolean }) {
  return (
    <BrickList>
      {exchanges.map((exchange) => (
        <ExchangeRow key={exchange.id} exchange={exchange} isOwn={isOwn} />
      ))}
    </BrickList>
  );
}
