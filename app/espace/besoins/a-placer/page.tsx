import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NeedToPlace } from "#components/needs/need-to-place";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { listNeedsToPlace } from "#lib/needs/placing/queries";
import { pageParameter, readPage, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Besoins à placer" };

const DONE = {
  propose: "C’est envoyé\u202f: l’adhérent a reçu le besoin, et l’acheteur sait à qui il est proposé.",
};

export default async function NeedsToPlacePage({ searchParams }: PageProps<"/espace/besoins/a-placer">) {
  const actor = await requireActor();
  const now = requestTime();
  if (!can(actor, "place", "Need", now)) notFound();
  const query = await searchParams;
  const page = readPage(query, 40);
  const { items, hasMore } = await listNeedsToPlace(actor, page, now);
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Besoins à placer"
        lead="Personne ne couvre ces besoins, ou personne n’a répondu. L’acheteur attend un mot du club."
      />
      <DoneNotice query={query} words={DONE} />
      <Section title="Proposer à un adhérent" intro="Ceux qui attendent depuis le plus longtemps d’abord.">
        {items.length === 0 ? (
          <EmptyState title="Aucun besoin à placer">
            <p>Chaque besoin ouvert est entre les mains d’un adhérent. Un message vous prévient du prochain.</p>
          </EmptyState>
        ) : (
          items.map((need) => <NeedToPlace key={need.id} need={need} />)
        )}
        <Pages
          page={page}
          hasMore={hasMore}
          href={(number) => writeAddress(paths.needsToPlace, { page: pageParameter(number) })}
        />
      </Section>
    </>
  );
}
