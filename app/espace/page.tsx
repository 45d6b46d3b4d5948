import type { Metadata } from "next";
import { ActionList } from "#components/meetings/action-list";
import { InvitationCard } from "#components/meetings/invitation-card";
import { BrickList } from "#components/ui/brick-list";
import { Button } from "#components/ui/button";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { WaitingList } from "#components/ui/waiting-list";
import { listOwnWaiting } from "#lib/home/waiting/queries";
import { listComingMandates } from "#lib/mandates/file/queries";
import { listOwnActions } from "#lib/meetings/follow-up/queries";
import { listOwnInvitations } from "#lib/meetings/invitations/queries";
import { listMinutesToWrite } from "#lib/meetings/minutes/queries";
import { listFormerStructures } from "#lib/people/affiliations/queries";
import { listPendingInvitations } from "#lib/people/invitations/queries";
import { signOutAction } from "#lib/people/sessions/actions";
import { requestTime } from "#lib/platform/clock";
import { dayOf, dayOfColumn, formatDay, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import type { Waiting } from "#lib/platform/waiting";
import type { PersonActor } from "#lib/policy/actor";
import { permissionsInWords } from "#lib/policy/intentions";
import { findShowcase } from "#lib/structures/showcase/queries";
import { StudentHome } from "./student-home.tsx";

export const metadata: Metadata = { title: "Espace membre", robots: { index: false } };

const DONE = {
  "action-faite": "C’est noté\u202f: l’action est faite, plus aucun rappel ne partira.",
  "action-rouverte": "L’action est de nouveau à faire.",
};

export default async function MemberAreaPage({ searchParams }: PageProps<"/espace">) {
  const actor = await requireActor();
  const now = requestTime();
  const [former, waiting, invitations, actions] = await Promise.all([
    listFormerStructures(actor),
    whatWaits(actor, now),
    listOwnInvitations(actor, now),
    listOwnActions(actor, now),
  ]);
  const permissions = permissionsInWords(actor, now);
  return (
    <>
      <PageHeader kicker="Espace membre" title={`Bonjour ${actor.name}`} lead={rolesInWords(actor)} />
      <DoneNotice query={await searchParams} words={DONE} />
      {actor.owesSecondFactor && (
        <div className="sheet">
          <Notice kind="warning" title="Il reste une étape pour le comité directeur">
            <p>
              Vos droits du comité ou de l’administration attendent un second facteur : une application de votre
              téléphone, en deux minutes. <a href={paths.secondFactor}>Le mettre en place</a>
            </p>
          </Notice>
        </div>
      )}
      <Section title="Ce qui vous attend" id="attente">
        {waiting.length > 0 ? (
          <WaitingList waiting={waiting} />
        ) : (
          <p>Rien ne vous attend aujourd’hui. Tout ce qui bouge est dans « Quoi de neuf ».</p>
        )}
      </Section>
      {actor.isStudent && <StudentHome actor={actor} />}
      {invitations.length > 0 && (
        <Section title="Vos prochaines dates">
          <BrickList>
            {invitations.slice(0, 3).map((invitation) => (
              <InvitationCard key={invitation.id} invitation={invitation} target={{ invitationId: invitation.id }} />
            ))}
          </BrickList>
          <p className="mt-4">
            <a href={paths.meetings}>Toutes vos réunions, et votre agenda</a>
          </p>
        </Section>
      )}
      {actions.length > 0 && (
        <Section title="Vos actions" id="actions" intro="Ce que les comptes rendus vous confient.">
          <ActionList actions={actions} today={dayOf(now)} seenBy="owner" />
        </Section>
      )}
      <Section title="Qui vous êtes">
        <DefinitionList
          items={[
            { term: "Adresse e-mail", value: actor.email },
            { term: actor.structures.length > 1 ? "Vos structures" : "Votre structure", value: structures(actor) },
            { term: "Vos mandats", value: mandates(actor).join(", ") },
            { term: "Où vous étiez", value: former.length > 0 && <History former={former} /> },
          ]}
        />
        <form action={signOutAction}>
          <Button kind="secondary">Se déconnecter</Button>
        </form>
      </Section>
      <Section
        title="Ce que vous pouvez faire"
        intro="Vos droits suivent vos mandats : ils commencent et finissent avec eux."
      >
        {permissions.length > 0 ? (
          <ul className="prose">
            {permissions.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        ) : (
          <p>
            Votre compte vous permet de consulter les pages publiques. Aucun autre droit n’y est attaché aujourd’hui.
          </p>
        )}
      </Section>
    </>
  );
}

/** What waits in the club's life, then what is left to do for the structure they act for. */
async function whatWaits(actor: PersonActor, now: Date): Promise<Waiting[]> {
  const structureId = actor.actingFor?.id;
  const [waiting, minutes, mandates, showcase, pending] = await Promise.all([
    listOwnWaiting(actor, now),
    listMinutesToWrite(actor, now),
    listComingMandates(actor, now),
    structureId ? findShowcase(actor, structureId, now) : null,
    structureId ? listPendingInvitations(actor, structureId, now) : [],
  ]);
  const left = showcase?.completeness.filter(({ isDone }) => !isDone).length ?? 0;
  return [
    ...waiting,
    ...mandates.map(({ slug, name, startsOn }) => ({
      howMany: 1,
      words: `1\u00a0commission à reprendre le ${formatDay(startsOn)}\u202f: le dossier de ${name}`,
      href: paths.mandateFile(slug),
    })),
    ...minutes.map(({ slug, startsAt, isApproved }) => ({
      howMany: 1,
      words: `${isApproved ? "Corrections à examiner" : "Compte rendu à finir"}\u202f: réunion du ${formatDay(dayOf(startsAt))}`,
      href: isApproved ? `${paths.minutes(slug)}#corrections` : paths.minutesDesk(slug),
    })),
    { howMany: left, words: `${count(left, "point")} à compléter sur votre fiche publique`, href: paths.showcase },
    {
      howMany: pending.length,
      words: `${count(pending.length, "invitation")} sans réponse`,
      href: paths.ownStructure,
    },
  ].filter(({ howMany }) => howMany > 0);
}

function History({ former }: { former: Awaited<ReturnType<typeof listFormerStructures>> }) {
  return (
    <ul>
      {former.map(({ id, structure, startsOn, endsOn }) => (
        <li key={id}>
          {structure.name}, du {formatDayShort(dayOfColumn(startsOn))}
          {endsOn && ` au ${formatDayShort(dayOfColumn(endsOn))}`}
        </li>
      ))}
    </ul>
  );
}

function structures(actor: PersonActor) {
  if (actor.structures.length === 0) return null;
  return (
    <ul>
      {actor.structures.map((structure) => (
        <li key={structure.id}>
          {structure.isActive ? <a href={paths.member(structure.slug)}>{structure.name}</a> : structure.name}
          {structure.role === "primary_contact" ? ", référent" : ""}
        </li>
      ))}
    </ul>
  );
}

const BOARD_WORDS = {
  president: "présidence",
  treasurer: "trésorerie",
  secretary: "secrétariat",
  board_member: "comité directeur",
};

function mandates(actor: PersonActor): string[] {
  return [
    ...actor.boardFunctions.map((held) => BOARD_WORDS[held]),
    ...actor.commissionsLed.map(
      ({ function: held, name }) => `${held === "lead" ? "responsable" : "suppléance"} de la commission ${name}`,
    ),
    ...(actor.isAdministrator ? ["administration du portail"] : []),
  ];
}

function rolesInWords(actor: PersonActor): string {
  const roles = mandates(actor);
  if (roles.length > 0) return `Vous êtes ici au titre de\u202f: ${roles.join(", ")}.`;
  if (actor.isStudent) return "Vous êtes ici comme étudiante ou étudiant.";
  const first = actor.structures[0];
  return first ? `Vous êtes ici au nom de ${first.name}.` : "Votre compte n’est rattaché à aucune structure.";
}
