import type { Metadata } from "next";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { ACCOUNT_FILTER_LABELS } from "#lib/people/accounts/labels";
import { type AccountRow, listAccounts } from "#lib/people/accounts/queries";
import { ACCOUNT_FILTERS } from "#lib/people/accounts/schema";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Comptes" };

export default async function AccountsPage({ searchParams }: PageProps<"/comite/comptes">) {
  const actor = await requireRight("administer", "Person");
  const query = await searchParams;
  const page = readPage(query);
  const q = readParameter(query, "q");
  const filter = ACCOUNT_FILTERS.find((known) => known === readParameter(query, "filtre"));
  const asked = { page, ...(q ? { q } : {}), ...(filter ? { filter } : {}) };
  const { items, total, perPage } = await listAccounts(actor, asked, requestTime());
  const href = (number: number) => writeAddress(paths.accounts, { q, filtre: filter, page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker="Administration"
        title="Comptes"
        lead="Toutes les personnes qui peuvent se connecter, avec ce que chacune tient."
      />
      <Section title={count(total, "compte")} layout="stacked">
        <SearchForm
          action={paths.accounts}
          label="Nom ou adresse e-mail"
          defaultValue={q}
          kept={filter ? [{ name: "filtre", value: filter }] : []}
        />
        <FilterList
          title="Lesquels"
          options={ACCOUNT_FILTERS.map((known) => ({
            key: known,
            label: ACCOUNT_FILTER_LABELS[known],
            href: writeAddress(paths.accounts, { q, filtre: known }),
            isCurrent: known === filter,
          }))}
          clearHref={writeAddress(paths.accounts, { q })}
        />
        {items.length === 0 ? (
          <EmptyState title="Aucun compte ne correspond" />
        ) : (
          <DataTable
            caption="Comptes, par nom"
            rows={items}
            rowKey={({ id }) => id}
            columns={[
              { label: "Personne", cell: ({ id, name }) => <a href={paths.account(id)}>{name}</a> },
              { label: "Adresse", cell: ({ email }) => email },
              { label: "Structures", cell: ({ structures }) => structures.join(", ") || NOTHING },
              { label: "Tient", cell: (account) => heldBy(account) || NOTHING },
            ]}
          />
        )}
        <Pages page={page} total={total} perPage={perPage} href={href} />
      </Section>
    </>
  );
}

function heldBy({ administrator, suspension, mandates }: AccountRow): string {
  return [
    suspension && "accès suspendu",
    administrator && "administration",
    mandates.length > 0 && count(mandates.length, "mandat"),
  ]
    .filter(Boolean)
    .join(", ");
}
