import type { Metadata } from "next";
import { PreferencesForm } from "#components/notices/preferences-form";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { getPreferences, listNotices } from "#lib/notices/queries";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Quoi de neuf" };

export default async function NoticesPage({ searchParams }: PageProps<"/espace/avis">) {
  const query = await searchParams;
  const actor = await requireActor();
  const page = readPage(query, 25);
  const [{ items, hasMore }, preferences] = await Promise.all([
    listNotices(actor, page, requestTime()),
    getPreferences(actor),
  ]);
  const href = (number: number) => writeAddress(paths.notices, { page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Quoi de neuf"
        lead="Ce qui a bougé dans ce que vous suivez. Ce qui ne peut pas attendre vous arrive à part, par e-mail."
      />
      <Section title="Les dernières nouvelles">
        {items.length === 0 ? (
          <EmptyState title="Rien de nouveau pour l’instant">
            <p>Une attente que vous soutenez, un compte rendu, une action à faire : ils apparaîtront ici.</p>
          </EmptyState>
        ) : (
          <BrickList>
            {items.map((notice) => (
              <BrickRow
                key={notice.id}
                title={notice.title}
                href={notice.path}
                aside={<time dateTime={notice.createdAt.toISOString()}>{formatInstant(notice.createdAt)}</time>}
              />
            ))}
          </BrickList>
        )}
        <Pages page={page} hasMore={hasMore} href={href} />
      </Section>
      <Section title="Ce qui vous arrive par e-mail">
        {readParameter(query, "fait") === "rythme" && (
          <Notice kind="success" isLive>
            <p>Votre choix est enregistré.</p>
          </Notice>
        )}
        <PreferencesForm preferences={preferences} />
      </Section>
    </>
  );
}
