import type { Metadata } from "next";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { countMyNeeds, listNeedsForMe } from "#lib/needs/answer/queries";
import { BUDGET_LABELS, DELAY_LABELS, STATE_LABELS } from "#lib/needs/labels";
import { pageParameter, readPage, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Besoins reçus" };

export default async function MemberNeedsPage({ searchParams }: PageProps<"/espace/besoins">) {
  const actor = await requireActor();
  const page = readPage(await searchParams, 40);
  const now = requestTime();
  const [{ items, hasMore }, counts] = await Promise.all([listNeedsForMe(actor, page, now), countMyNeeds(actor, now)]);
  const href = (number: number) => writeAddress(paths.memberNeeds, { page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Besoins reçus"
        lead="Des acheteurs d’ici attendent votre mot, même pour dire non. Sans réponse, le besoin passe à un autre adhérent."
        figures={[
          { value: counts.received, words: counts.received > 1 ? "reçus" : "reçu" },
          { value: counts.answered, words: "avec votre réponse" },
          { value: counts.won, words: counts.won > 1 ? "remportés" : "remporté" },
        ]}
      >
        {can(actor, "place", "Need", now) && (
          <p>
            <a className="arrow" href={paths.needsToPlace}>
              Besoins sans adhérent, à placer
            </a>
          </p>
        )}
      </PageHeader>
      <Section
        title="Les besoins"
        intro="Ceux qui attendent une réponse d’abord."
        more={{ href: paths.needPreferences, label: "Choisir les besoins que je reçois" }}
      >
        {items.length === 0 ? (
          <EmptyState
            title="Aucun besoin pour l’instant"
            actions={<ButtonLink href={paths.needPreferences}>Vérifier mes préférences</ButtonLink>}
          >
            <p>Une fiche précise, avec vos compétences et des exemples, est le meilleur moyen d’en recevoir.</p>
          </EmptyState>
        ) : (
          <BrickList>
            {items.map(({ needId, need, state, dueAt, proposedAt }) => (
              <BrickRow
                key={needId}
                title={excerptOf(need.text)}
                href={paths.memberNeed(needId)}
                kicker={need.closedAt && state !== "won" ? "Clos" : STATE_LABELS[state]}
                aside={
                  state === "waiting" && dueAt && !need.closedAt
                    ? `avant le ${formatInstant(dueAt)}`
                    : `reçu le ${formatInstant(proposedAt)}`
                }
              >
                <p>{[need.city, DELAY_LABELS[need.delay], BUDGET_LABELS[need.budget]].filter(Boolean).join(" · ")}</p>
              </BrickRow>
            ))}
          </BrickList>
        )}
        <Pages page={page} hasMore={hasMore} href={href} />
      </Section>
    </>
  );
}

function excerptOf(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length <= 120 ? flat : `${flat.slice(0, 119).replace(/\s+\S*$/, "")}…`;
}
