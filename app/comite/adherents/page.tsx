import type { Metadata } from "next";
import { RegisterFilters } from "#components/structures/register-filters";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { listCommissions } from "#lib/commissions/queries";
import { StructureStatus } from "#lib/generated/prisma/enums";
import { readPage, readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { KIND_LABELS, placeInWords, STATUS_LABELS } from "#lib/structures/labels";
import { countRegister, listRegister, listRegisterTowns } from "#lib/structures/register/queries";
import { REGISTER_SORTS, readRegisterFilter, registerHref } from "#lib/structures/register/schema";

export const metadata: Metadata = { title: "Adhérents" };

const PER_PAGE = 50;

export default async function RegisterPage({ searchParams }: PageProps<"/comite/adherents">) {
  const actor = await requireRight("oversee", "Structure");
  const now = requestTime();
  const query = await searchParams;
  const filter = readRegisterFilter(query);
  const sort = REGISTER_SORTS.find((known) => known === readParameter(query, "tri")) ?? "nom";
  const page = readPage(query);
  const [{ items, total }, counts, towns, commissions] = await Promise.all([
    listRegister(actor, filter, { sort, page, perPage: PER_PAGE }, now),
    countRegister(actor, filter, now),
    listRegisterTowns(actor, now),
    listCommissions(now),
  ]);
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Le registre"
        lead="Toutes les structures que le club connaît, quel que soit leur statut."
      />
      <Section title={count(total, "structure")} layout="stacked">
        <RegisterFilters filter={filter} sort={sort} commissions={commissions} towns={towns} />
        <FilterList
          title="Statut"
          options={Object.values(StructureStatus).map((status) => ({
            key: status,
            label: STATUS_LABELS[status],
            count: counts.get(status) ?? 0,
            href: registerHref({ ...filter, status }, { sort }),
            isCurrent: filter.status === status,
          }))}
          clearHref={registerHref({ ...filter, status: undefined }, { sort })}
        />
        {items.length === 0 ? (
          <EmptyState
            title="Aucune structure ne correspond"
            actions={<ButtonLink href={paths.register}>Voir tout le registre</ButtonLink>}
          />
        ) : (
          <>
            <p className="actions">
              <ButtonLink kind="secondary" href={registerHref(filter, { path: paths.newCampaign })}>
                Écrire à ces structures
              </ButtonLink>
              <ButtonLink kind="quiet" href={registerHref(filter, { sort, path: paths.registerCsv })}>
                Télécharger la liste (CSV)
              </ButtonLink>
            </p>
            <DataTable
              caption="Structures du registre"
              rows={items}
              rowKey={({ slug }) => slug}
              columns={[
                { label: "Nom", cell: ({ slug, name }) => <a href={paths.registered(slug)}>{name}</a> },
                { label: "Statut", cell: ({ status }) => STATUS_LABELS[status] },
                { label: "Genre", cell: ({ kind }) => KIND_LABELS[kind] },
                { label: "Ville", cell: ({ city }) => placeInWords(city) },
                { label: "Commissions", cell: (row) => row.commissions.join(", ") || NOTHING },
                { label: "Depuis le", cell: ({ joinedOn }) => formatDayShort(dayOfColumn(joinedOn)) },
                { label: "Personnes", cell: ({ people }) => people, isNumeric: true },
              ]}
            />
          </>
        )}
        <Pages
          page={page}
          total={total}
          perPage={PER_PAGE}
          href={(number) => registerHref(filter, { sort, page: number })}
        />
      </Section>
    </>
  );
}
