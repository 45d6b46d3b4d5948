import type { Metadata } from "next";
import { ExpectationRow } from "#components/expectations/expectation-row";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listExpectations } from "#lib/expectations/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Vous avez dit, nous avons fait" };

const PARTS = [
  { state: "done", title: "Réalisé" },
  { state: "in_progress", title: "En cours" },
  { state: "kept", title: "Retenu" },
  { state: "set_aside", title: "Écarté, et pourquoi" },
] as const;

export default async function ExpectationResultsPage() {
  const actor = await requireActor();
  const now = requestTime();
  const lists = await Promise.all(
    PARTS.map(({ state }) => listExpectations(actor, { state }, { order: "recent", page: 1 }, now)),
  );
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Attentes", href: paths.expectations }]} here="Les suites" />}
        title="Vous avez dit, nous avons fait"
        lead="Chaque attente mène à sa réponse : qui l’a donnée, en quelle réunion, par quelle décision, et ce qui a suivi."
      />
      {PARTS.map(({ state, title }, index) => {
        const items = lists[index]?.items ?? [];
        return (
          <Section key={state} title={title} layout="stacked">
            {items.length === 0 ? (
              <EmptyState title="Rien pour l’instant" />
            ) : (
              <BrickList>
                {items.map((expectation) => (
                  <ExpectationRow key={expectation.id} expectation={expectation} />
                ))}
              </BrickList>
            )}
          </Section>
        );
      })}
    </>
  );
}
