import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallFeesForm } from "#components/dues/call-fees-form";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { previewCalls } from "#lib/dues/calls/queries";
import { membershipYearOf, yearInWords } from "#lib/dues/rules";
import { getFeeRules } from "#lib/dues/schedule/queries";
import { readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { addDays, dayOf, formatDay } from "#lib/platform/dates";
import { count, formatEuros } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Appel des cotisations" };

/** Who would be called, how much and why, before anything leaves. */
export default async function CallFeesPage({ searchParams }: PageProps<"/comite/cotisations/appel">) {
  const [actor, now, query] = [await requireActor(), requestTime(), await searchParams];
  if (!can(actor, "collect", "FeeCall", now)) notFound();
  const rules = await getFeeRules(actor, now);
  const current = membershipYearOf(dayOf(now), rules.firstMonth);
  const years = [current - 1, current, current + 1];
  const year = years.find((known) => String(known) === readParameter(query, "annee")) ?? current;
  const { calls, totalCents, withoutRate, alreadyCalled } = await previewCalls(actor, year, now);
  const dueOn = formatDay(addDays(dayOf(now), rules.dueInDays));
  return (
    <>
      <PageHeader
        kicker="Trésorerie"
        title={`Appel des cotisations ${yearInWords(year, rules.firstMonth)}`}
        lead={`Rien n’est encore parti. Chaque adhérent recevra son appel par e-mail, à régler avant le ${dueOn}.`}
        figures={[
          { value: calls.length, words: calls.length >= 2 ? "appels à envoyer" : "appel à envoyer" },
          { value: formatEuros(totalCents), words: "au total" },
          { value: alreadyCalled, words: alreadyCalled >= 2 ? "déjà envoyés" : "déjà envoyé" },
        ]}
      />
      <Section title="Aperçu" layout="stacked">
        <div className="filter-columns">
          <FilterList
            title="Année"
            options={years.map((known) => ({
              key: String(known),
              label: yearInWords(known, rules.firstMonth),
              href: writeAddress(paths.boardDuesCall, { annee: String(known) }),
              isCurrent: known === year,
            }))}
          />
        </div>
        {withoutRate.length > 0 && (
          <Notice kind="warning" title={`${count(withoutRate.length, "adhérent")} sans tarif`}>
            <p>
              Le barème n’a pas de ligne pour {withoutRate.map(({ name }) => name).join(", ")}.{" "}
              <a href={paths.boardDuesSchedule}>Compléter le barème</a>
            </p>
          </Notice>
        )}
        {calls.length === 0 ? (
          <EmptyState title={alreadyCalled > 0 ? "Tous les adhérents ont reçu leur appel" : "Personne à appeler"}>
            <p>Les adhérents qui arrivent en cours d’année apparaissent ici : un nouvel envoi n’atteint qu’eux.</p>
          </EmptyState>
        ) : (
          <>
            <DataTable
              caption="Ce qui partirait"
              rows={calls}
              rowKey={(call) => call.structureId}
              columns={[
                { label: "Adhérent", cell: (call) => <a href={paths.boardDuesOf(call.slug)}>{call.name}</a> },
                { label: "Montant", isNumeric: true, cell: (call) => formatEuros(call.amountCents) },
                { label: "Pourquoi", cell: (call) => call.basis },
                {
                  label: "À",
                  cell: (call) => call.recipients.join(", ") || <strong>aucune adresse : à remettre autrement</strong>,
                },
              ]}
            />
            <CallFeesForm
              year={year}
              count={calls.length}
              totalCents={totalCents}
              label={`Envoyer ${count(calls.length, "appel")}`}
            />
          </>
        )}
      </Section>
    </>
  );
}
