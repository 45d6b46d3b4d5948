import type { Metadata } from "next";
import { WorkGraph } from "#components/consortia/work-graph";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { STATE_LABELS } from "#lib/consortia/labels";
import { listMemory } from "#lib/consortia/memory/queries";
import { requestTime } from "#lib/platform/clock";
import { count, formatEuros, formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Ce que le club a appris" };

export default async function MemoryPage() {
  const actor = await requireRight("read", "ConsortiumOutcome");
  const { answers, ties, shownTies } = await listMemory(actor, requestTime());
  const years = [...new Set(answers.map(({ year }) => year))];
  const won = answers.filter(({ state }) => state === "won");
  const settled = answers.filter(({ state }) => state !== "dropped");
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Réponses communes", href: paths.consortia }]} here="Ce que le club a appris" />
        }
        kicker="Appels d’offres"
        title="Ce que le club a appris"
        lead="Les réponses données ensemble, une fois leur résultat connu : qui, pour quoi, et ce qu’il faut en retenir."
        figures={[
          { value: settled.length, words: settled.length > 1 ? "réponses jugées" : "réponse jugée" },
          { value: won.length, words: won.length > 1 ? "gagnées" : "gagnée" },
        ]}
      />
      {answers.length === 0 && (
        <Section title="Rien encore">
          <EmptyState title="Aucune réponse commune n’a encore son résultat" />
        </Section>
      )}
      {years.map((year) => (
        <Section key={year} title={year} id={`annee-${year}`}>
          <ul className="memory-list">
            {answers
              .filter((answer) => answer.year === year)
              .map(({ id, tender, state, lead, members, reason, lesson, amountCents }) => (
                <li key={id}>
                  <p className="kicker">
                    Réponse {STATE_LABELS[state]} · {tender.buyer}
                  </p>
                  <h3>{tender.subject}</h3>
                  <p>
                    {formatList(members)}, {lead} mandataire.
                    {amountCents !== null && ` Montant gagné\u202f: ${formatEuros(amountCents)} hors taxes.`}
                  </p>
                  {reason && <p>{reason}</p>}
                  {lesson !== reason && <Paragraphs text={lesson} />}
                </li>
              ))}
          </ul>
        </Section>
      ))}
      {ties.length > 0 && (
        <Section title="Qui a répondu avec qui" id="liens" intro={count(ties.length, "lien")}>
          <WorkGraph drawn={shownTies} ties={ties} />
        </Section>
      )}
    </>
  );
}
