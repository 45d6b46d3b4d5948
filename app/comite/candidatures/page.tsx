import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationRow } from "#components/membership/application-row";
import { BrickList } from "#components/ui/brick-list";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Section } from "#components/ui/section";
import { listCommissions } from "#lib/commissions/queries";
import { APPLICATION_STATE_LABELS } from "#lib/membership/applications/labels";
import { countApplications, listApplications } from "#lib/membership/applications/review/queries";
import { LISTED_STATES } from "#lib/membership/applications/review/schema";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Candidatures" };

export default async function ApplicationsPage({ searchParams }: PageProps<"/comite/candidatures">) {
  const actor = await requireActor();
  const now = requestTime();
  if (!can(actor, "read", "MembershipApplication", now)) notFound();
  const query = await searchParams;
  const page = readPage(query);
  const state = LISTED_STATES.find((known) => known === readParameter(query, "etat"));
  const commission = readParameter(query, "commission");
  const filter = { page, ...(state ? { state } : {}), ...(commission ? { commission } : {}) };
  const [{ items, total, perPage }, counts, commissions] = await Promise.all([
    listApplications(actor, filter, now),
    countApplications(actor, now),
    listCommissions(now),
  ]);
  const href = (over: Record<string, string | undefined>) =>
    writeAddress(paths.boardApplications, { etat: state, commission, ...over });
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Candidatures"
        lead="Les structures qui demandent à rejoindre le club. Chacune attend votre réponse sous trente jours."
        figures={[
          { value: counts.to_review, words: "à examiner" },
          { value: counts.to_complete, words: "à compléter" },
        ]}
      />
      <Section title={count(total, "demande")} layout="stacked">
        <div className="grid gap-8 sm:grid-cols-2 mb-6">
          <FilterList
            title="État"
            options={LISTED_STATES.map((known) => ({
              key: known,
              label: APPLICATION_STATE_LABELS[known],
              count: counts[known],
              href: href({ etat: known }),
              isCurrent: known === state,
            }))}
            {...(state ? { clearHref: href({ etat: undefined }) } : {})}
          />
          <FilterList
            title="Commission voulue"
            options={commissions.map(({ slug, name }) => ({
              key: slug,
              label: name,
              href: href({ commission: slug }),
              isCurrent: slug === commission,
            }))}
            {...(commission ? { clearHref: href({ commission: undefined }) } : {})}
          />
        </div>
        {items.length === 0 ? (
          <EmptyState title="Aucune demande ici" />
        ) : (
          <BrickList>
            {items.map((application) => (
              <ApplicationRow key={application.id} application={application} />
            ))}
          </BrickList>
        )}
        <Pages page={page} total={total} perPage={perPage} href={(number) => href({ page: pageParameter(number) })} />
      </Section>
    </>
  );
}
