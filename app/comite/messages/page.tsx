import type { Metadata } from "next";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { CAMPAIGN_KIND_LABELS } from "#lib/campaigns/labels";
import { listCampaigns } from "#lib/campaigns/queries";
import { listCommissions } from "#lib/commissions/queries";
import { pageParameter, readPage, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { registerHref } from "#lib/structures/register/schema";

export const metadata: Metadata = { title: "Messages" };

export default async function CampaignsPage({ searchParams }: PageProps<"/comite/messages">) {
  const actor = await requireRight("publish", "Campaign");
  const page = readPage(await searchParams);
  const [{ items, total, perPage }, commissions] = await Promise.all([
    listCampaigns(actor, page, requestTime()),
    listCommissions(requestTime()),
  ]);
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Messages aux membres"
        lead="Un même message pour plusieurs : chacun le reçoit une fois, à son nom."
      />
      <Section title="Écrire" id="ecrire">
        <ul className="prose">
          <li>
            <a href={registerHref({ status: "active" }, { path: paths.newCampaign })}>À tous les adhérents</a>
          </li>
          {commissions.map(({ slug, name }) => (
            <li key={slug}>
              <a href={registerHref({ status: "active", commission: slug }, { path: paths.newCampaign })}>
                À la commission {name}
              </a>
            </li>
          ))}
          <li>
            <a href={paths.register}>À d’autres : filtrez le registre, puis « Écrire à ces structures »</a>
          </li>
        </ul>
      </Section>
      <Section title={count(total, "message")} id="liste" layout="stacked">
        {items.length === 0 ? (
          <EmptyState title="Aucun message pour l’instant" />
        ) : (
          <DataTable
            caption="Messages, les derniers d’abord"
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { label: "Objet", cell: ({ id, subject }) => <a href={paths.campaign(id)}>{subject}</a> },
              { label: "Genre", cell: ({ kind }) => CAMPAIGN_KIND_LABELS[kind] },
              { label: "Auteur", cell: ({ author }) => `${author.firstName} ${author.lastName}` },
              { label: "Parti le", cell: ({ sentAt }) => (sentAt ? formatInstant(sentAt) : "brouillon") },
              { label: "Destinataires", cell: ({ _count }) => _count.recipients || NOTHING, isNumeric: true },
            ]}
          />
        )}
        <Pages page={page} total={total} perPage={perPage} href={href} />
      </Section>
    </>
  );
}

function href(page: number): string {
  return writeAddress(paths.campaigns, { page: pageParameter(page) });
}
