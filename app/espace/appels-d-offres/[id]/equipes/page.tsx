import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Coverage } from "#components/tenders/coverage";
import { TeamList } from "#components/tenders/team-list";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { count, formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { findTeams, type TeamsView } from "#lib/tenders/cover/queries";

export const metadata: Metadata = { title: "Équipes possibles" };

export default async function TenderTeamsPage({ params }: PageProps<"/espace/appels-d-offres/[id]/equipes">) {
  const actor = await requireRight("read", "Tender");
  const { id } = await params;
  const view = await findTeams(actor, id, requestTime());
  if (!view) notFound();
  const { tender, hands, proposals } = view;
  const lacking = hands?.missing.reduce((sum, { skills }) => sum + skills.length, 0) ?? 0;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Appels d’offres", href: paths.tenders },
              { label: tender.buyer, href: paths.tender(id) },
            ]}
            here="Équipes possibles"
          />
        }
        kicker={tender.subject}
        title="Équipes possibles"
        lead="Les plus petites équipes d’adhérents qui ont, de chaque lot, toutes les compétences demandées. À égalité : d’abord ceux qui ont levé la main, puis les plus proches."
        {...(hands
          ? { figures: [{ value: lacking, words: lacking > 1 ? "compétences manquent" : "compétence manque" }] }
          : {})}
      />
      <Section title="Ce que couvrent les mains levées" id="couverture" layout="stacked">
        {hands ? (
          <Coverage view={view} hands={hands} />
        ) : (
          <EmptyState
            title="Levez la main pour le voir"
            actions={<ButtonLink href={`${paths.tender(id)}#main-levee`}>Lever la main</ButtonLink>}
          >
            <p>Qui répondrait n’est montré qu’à ceux qui répondraient aussi.</p>
          </EmptyState>
        )}
      </Section>
      <Section title="Dans tout le club" id="equipes" layout="stacked" intro={whatIsKnown(view)}>
        <Holes view={view} />
        {proposals.teams.length === 0 ? (
          <EmptyState title="Aucun adhérent n’a sur sa fiche une compétence demandée">
            <p>Précisez les compétences de chaque lot en corrigeant l’avis.</p>
          </EmptyState>
        ) : (
          <TeamList view={view} />
        )}
      </Section>
    </>
  );
}

/** How sure it is that no smaller team exists. */
function whatIsKnown({ proposals, us, members }: TeamsView): string | undefined {
  const [smallest] = proposals.teams;
  if (!smallest) return undefined;
  const withUs = us && members[us.id] ? ", avec vous" : "";
  if (proposals.isProven) return `Aucune équipe plus petite ne couvre cela${withUs}.`;
  return `La recherche a été arrêtée\u202f: une équipe plus petite existe peut-être, mais elle compterait au moins ${count(proposals.atLeast, "adhérent")}${withUs}.`;
}

/** What nobody of the club has: to be found elsewhere, or left. */
function Holes({ view: { tender, proposals } }: { view: TeamsView }) {
  if (proposals.holes.length === 0) return null;
  const lots = new Map(tender.lots.map((lot) => [lot.id, lot]));
  return (
    <Notice kind="warning" title="Personne au club ne l’a sur sa fiche">
      <ul>
        {proposals.holes.map(({ lotId, skills }) => {
          const lot = lots.get(lotId);
          const labels = skills.map((slug) => lot?.skills.find((skill) => skill.slug === slug)?.label ?? slug);
          return (
            <li key={lotId}>
              Lot {lot?.number} : {formatList(labels)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
