import type { Metadata } from "next";
import { InviteForm } from "#components/people/invite-form";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listFormerPeople, listPeople } from "#lib/people/affiliations/queries";
import { listPendingInvitations } from "#lib/people/invitations/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { OwnPlace } from "./own-place.tsx";
import { PendingInvitations } from "./pending-invitations.tsx";
import { PeopleTable } from "./people-table.tsx";

export const metadata: Metadata = { title: "Votre structure" };

/** What was just done, as the address says it. */
const DONE: Record<string, string> = {
  invitation: "L’invitation est partie. Elle attend une réponse pendant quatorze jours.",
  renvoi: "L’invitation est repartie, avec un nouveau lien.",
  annulation: "L’invitation est annulée\u202f: son lien ne vaut plus rien.",
  arrivee: "Bienvenue\u202f! Vous appartenez maintenant à cette structure.",
  role: "Le rôle est changé.",
  relais: "Le relais est passé\u202f: vous restez collègue.",
  retrait: "Cette personne ne représente plus la structure.",
  place: "Votre place est à jour.",
};

export default async function OwnStructurePage({ searchParams }: PageProps<"/espace/structure">) {
  const actor = await requireActor();
  const structure = actor.actingFor;
  if (!structure) return <NoStructure />;
  const now = requestTime();
  const [people, pending, former] = await Promise.all([
    listPeople(actor, structure.id, now),
    listPendingInvitations(actor, structure.id, now),
    listFormerPeople(actor, structure.id, now),
  ]);
  const isReferent = structure.role === "primary_contact";
  const done = DONE[readParameter(await searchParams, "fait") ?? ""];
  return (
    <>
      <PageHeader
        kicker="Votre structure"
        title={structure.name}
        lead={
          isReferent ? "Vous en êtes référent\u202f: vous décidez qui la représente." : "Vous la représentez au club."
        }
      >
        <div className="actions">
          <ButtonLink href={paths.showcase} kind="secondary">
            Tenir la fiche à jour
          </ButtonLink>
          {structure.isActive && (
            <ButtonLink href={paths.papers} kind="secondary">
              Dossier de candidature
            </ButtonLink>
          )}
        </div>
      </PageHeader>
      {done && (
        <div className="sheet">
          <Notice kind="success" isLive>
            <p>{done}</p>
          </Notice>
        </div>
      )}
      <Section title={count(people.length, "personne")} id="personnes" layout="stacked">
        <PeopleTable people={people} actor={actor} isReferent={isReferent} />
      </Section>
      {(isReferent || pending.length > 0) && (
        <Section title="Invitations" id="invitations" layout="stacked">
          <PendingInvitations invitations={pending} isReferent={isReferent} />
          {isReferent && <InviteForm structureId={structure.id} />}
        </Section>
      )}
      <OwnPlace place={people.find(({ person }) => person.id === actor.personId)} structure={structure} />
      {former.length > 0 && (
        <Section title="Anciennement" id="anciennement">
          <ul className="prose">
            {former.map(({ id, person, startsOn, endsOn }) => (
              <li key={id}>
                {person.firstName} {person.lastName}, du {formatDayShort(dayOfColumn(startsOn))}
                {endsOn && ` au ${formatDayShort(dayOfColumn(endsOn))}`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function NoStructure() {
  return (
    <>
      <PageHeader kicker="Votre structure" title="Aucune structure" />
      <Section title="Comment en rejoindre une">
        <EmptyState title="Votre compte n’est rattaché à aucune structure">
          <p>Demandez une invitation à son référent, ou présentez la candidature de la vôtre.</p>
        </EmptyState>
        <ButtonLink href={paths.join}>Adhérer au club</ButtonLink>
      </Section>
    </>
  );
}
