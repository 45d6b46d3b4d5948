import type { Metadata } from "next";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listSyntheses, listUnanswered } from "#lib/expectations/syntheses/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Attentes des membres" };

export default async function BoardExpectationsPage() {
  const actor = await requireActor();
  const now = requestTime();
  const [unanswered, syntheses] = await Promise.all([listUnanswered(actor, now), listSyntheses(actor, now)]);
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Ce que les membres attendent"
        lead="Les commissions étudient, le comité répond. Ce qui attend depuis trop longtemps est ici."
      />
      <Section title="Sans réponse depuis trop longtemps" layout="stacked">
        {unanswered.length === 0 ? (
          <EmptyState title="Chaque attente a reçu sa réponse à temps" />
        ) : (
          <DataTable
            caption="Les plus anciennes d’abord"
            rows={unanswered}
            rowKey={(row) => row.id}
            columns={[
              { label: "Attente", cell: (row) => <a href={paths.expectation(row.id)}>{row.title}</a> },
              { label: "Commission", cell: (row) => row.commission },
              { label: "Voix", cell: (row) => row.voices, isNumeric: true },
              { label: "Depuis", cell: (row) => count(row.days, "jour"), isNumeric: true },
            ]}
          />
        )}
      </Section>
      <Section title="Synthèses des commissions" layout="stacked">
        {syntheses.length === 0 ? (
          <EmptyState title="Aucune synthèse présentée pour l’instant" />
        ) : (
          <ul>
            {syntheses.map(({ id, presentedAt, commission }) => (
              <li key={id}>
                <a href={paths.presentedSynthesis(id)}>
                  {commission.name}, le {presentedAt && formatDay(dayOf(presentedAt))}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p>
          <a className="arrow" href={paths.expectations}>
            Toutes les attentes
          </a>
        </p>
      </Section>
    </>
  );
}
