import type { Metadata } from "next";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { STATE_LABELS } from "#lib/consortia/labels";
import { listConsortiumInvitations, listOwnConsortia, type OwnConsortiumRow } from "#lib/consortia/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, daysBetween, formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor, requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Réponses communes" };

const DONE = {
  decline: "Votre refus est parti. Le mandataire en est prévenu.",
  quitte: "Vous avez quitté le groupement. Votre accès est fermé.",
};

const ROLES = { lead: "vous êtes mandataire", member: "vous êtes membre", guest: "vous êtes invité à lire" };

export default async function ConsortiaPage({ searchParams }: PageProps<"/espace/groupements">) {
  const [asking, now] = [await requireActor(), requestTime()];
  // A guest finds here what they were let in to read.
  const actor = asking.consortiaVisited.length > 0 ? asking : await requireRight("join", "ConsortiumSeat");
  const [{ underWay, settled }, invitations] = await Promise.all([
    listOwnConsortia(actor, {}, now),
    listConsortiumInvitations(actor, {}, now),
  ]);
  return (
    <>
      <PageHeader
        kicker="Appels d’offres"
        title="Réponses communes"
        lead="Ce que vous préparez à plusieurs ne se voit que de ses membres : ni les autres groupements, ni le comité n’en savent rien."
      >
        <div className="actions">
          <ButtonLink href={paths.consortiumMemory} kind="secondary">
            Ce que le club a appris
          </ButtonLink>
          <ButtonLink href={paths.papers} kind="secondary">
            Votre dossier de candidature
          </ButtonLink>
        </div>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      {invitations.length > 0 && (
        <Section title={count(invitations.length, "invitation")} id="invitations" layout="stacked">
          <BrickList>
            {invitations.map(({ consortium: { id, tender, leadStructure }, structure }) => (
              <BrickRow
                key={`${id} ${structure.id}`}
                title={tender.subject}
                href={paths.consortiumInvitation(id)}
                kicker={tender.buyer}
                aside={formatInstant(tender.respondBefore)}
              >
                <p>
                  {leadStructure.name} invite {structure.name}.
                </p>
              </BrickRow>
            ))}
          </BrickList>
        </Section>
      )}
      <Section title="En cours" id="en-cours" layout="stacked">
        {underWay.length > 0 ? (
          <Answers rows={underWay} now={now} />
        ) : (
          <EmptyState
            title="Aucune réponse en cours"
            actions={<ButtonLink href={paths.tenders}>Voir les appels d’offres</ButtonLink>}
          >
            <p>Une réponse commune s’ouvre depuis la page d’un appel d’offres.</p>
          </EmptyState>
        )}
      </Section>
      {settled.length > 0 && (
        <Section title="Terminées" id="terminees" layout="stacked">
          <Answers rows={settled} now={now} />
        </Section>
      )}
    </>
  );
}

function Answers({ rows, now }: { rows: OwnConsortiumRow[]; now: Date }) {
  return (
    <BrickList>
      {rows.map(({ id, state, tender, lead, members, role }) => {
        const left = daysBetween(dayOf(now), dayOf(tender.respondBefore));
        return (
          <BrickRow
            key={id}
            title={tender.subject}
            href={paths.consortium(id)}
            kicker={`${STATE_LABELS[state]} · ${tender.buyer}`}
            aside={state === "building" && left >= 0 ? count(left, "jour") : formatInstant(tender.respondBefore)}
          >
            <p>
              {count(members, "membre")}, {role === "lead" ? "" : `mandataire ${lead}, `}
              {ROLES[role]}.
            </p>
          </BrickRow>
        );
      })}
    </BrickList>
  );
}
