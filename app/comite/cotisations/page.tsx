import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { listCalledYears, listCalls, sumCalls } from "#lib/dues/calls/queries";
import { CALL_STATE_LABELS } from "#lib/dues/labels";
import { membershipYearOf, yearInWords } from "#lib/dues/rules";
import { getFeeRules } from "#lib/dues/schedule/queries";
import { CALL_FILTERS } from "#lib/dues/schema";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDayShort } from "#lib/platform/dates";
import { count, formatEuros } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Cotisations" };

const FILTER_LABELS = { regle: "Réglées", "a-regler": "À régler", "en-retard": "En retard" };

/** A year of dues: what was called, what came in, who is late. */
export default async function DuesPage({ searchParams }: PageProps<"/comite/cotisations">) {
  const [actor, now, query] = [await requireActor(), requestTime(), await searchParams];
  if (!can(actor, "oversee", "FeeCall", now)) notFound();
  const { firstMonth } = await getFeeRules(actor, now);
  const current = membershipYearOf(dayOf(now), firstMonth);
  const years = [...new Set([current, ...(await listCalledYears(actor, now))])].sort((a, b) => b - a);
  const year = years.find((known) => String(known) === readParameter(query, "annee")) ?? current;
  const filter = CALL_FILTERS.find((known) => known === readParameter(query, "etat"));
  const page = readPage(query);
  const [sums, { items, total, perPage }] = await Promise.all([
    sumCalls(actor, year, now),
    listCalls(actor, { year, page, ...(filter ? { filter } : {}) }, now),
  ]);
  const href = (number: number) =>
    writeAddress(paths.boardDues, { annee: String(year), etat: filter, page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker="Trésorerie"
        title={`Cotisations ${yearInWords(year, firstMonth)}`}
        figures={[
          { value: formatEuros(sums.calledCents), words: `appelés auprès de ${count(sums.count, "adhérent")}` },
          { value: formatEuros(sums.receivedCents), words: "reçus" },
          { value: formatEuros(sums.lateCents), words: `en retard, ${count(sums.lateCount, "adhérent")}` },
        ]}
      >
        {readParameter(query, "fait") === "appel" && (
          <Notice kind="success" isLive>
            <p>Les appels partent par e-mail. Le courrier du club dit lesquels sont arrivés.</p>
          </Notice>
        )}
        <div className="actions">
          {can(actor, "collect", "FeeCall", now) && (
            <ButtonLink href={writeAddress(paths.boardDuesCall, { annee: String(year) })}>
              Préparer l’appel {yearInWords(year, firstMonth)}
            </ButtonLink>
          )}
          <ButtonLink kind="secondary" href={paths.boardDuesSchedule}>
            Barème
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.boardDuesRules}>
            Réglages
          </ButtonLink>
        </div>
      </PageHeader>
      <Section title={count(total, "appel")} layout="stacked">
        <Filters years={years} year={year} filter={filter} firstMonth={firstMonth} />
        {items.length === 0 ? (
          <EmptyState title={filter ? "Aucun appel dans cet état" : "Rien n’a encore été appelé pour cette année"}>
            {!filter && <p>L’aperçu de l’appel dit qui recevrait quoi, avant que rien ne parte.</p>}
          </EmptyState>
        ) : (
          <CallTable calls={items} />
        )}
        <Pages page={page} total={total} perPage={perPage} href={href} />
        <p className="actions">
          <a href={writeAddress(paths.boardDuesCsv, { annee: String(year), etat: filter })}>Cette liste (CSV)</a>
          <a href={writeAddress(paths.boardPaymentsCsv, { annee: String(year) })}>Écritures pour le comptable (CSV)</a>
        </p>
      </Section>
    </>
  );
}

type FilterProps = {
  years: number[];
  year: number;
  filter: (typeof CALL_FILTERS)[number] | undefined;
  firstMonth: number;
};

function Filters({ years, year, filter, firstMonth }: FilterProps) {
  return (
    <div className="filter-columns">
      <FilterList
        title="Année"
        options={years.map((known) => ({
          key: String(known),
          label: yearInWords(known, firstMonth),
          href: writeAddress(paths.boardDues, { annee: String(known), etat: filter }),
          isCurrent: known === year,
        }))}
      />
      <FilterList
        title="État"
        options={CALL_FILTERS.map((known) => ({
          key: known,
          label: FILTER_LABELS[known],
          href: writeAddress(paths.boardDues, { annee: String(year), etat: known }),
          isCurrent: known === filter,
        }))}
        clearHref={writeAddress(paths.boardDues, { annee: String(year) })}
      />
    </div>
  );
}

function CallTable({ calls }: { calls: Awaited<ReturnType<typeof listCalls>>["items"] }) {
  return (
    <DataTable
      caption="Appels, par nom"
      rows={calls}
      rowKey={(call) => call.id}
      columns={[
        {
          label: "Adhérent",
          cell: ({ structure }) => (
            <>
              <a href={paths.boardDuesOf(structure.slug)}>{structure.name}</a>
              {structure.status === "lapsed" && <span className="field-hint"> hors de l’annuaire</span>}
            </>
          ),
        },
        { label: "Appel", cell: (call) => call.reference },
        { label: "Appelé", isNumeric: true, cell: (call) => formatEuros(call.amountCents) },
        { label: "Reçu", isNumeric: true, cell: (call) => formatEuros(call.paidCents) },
        { label: "Échéance", cell: (call) => formatDayShort(call.dueOn) },
        {
          label: "État",
          cell: (call) => (
            <>
              {call.state === "late" ? <strong>{CALL_STATE_LABELS.late}</strong> : CALL_STATE_LABELS[call.state]}
              {call.balanceCents > 0 && call.remindedOn && (
                <span className="field-hint"> relancée le {formatDayShort(call.remindedOn)}</span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
