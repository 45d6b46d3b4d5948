import type { Metadata } from "next";
import { AcceptInvitationForm } from "#components/people/accept-invitation-form";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findInvitation, type InvitationView } from "#lib/people/invitations/queries";
import { ROLE_LABELS } from "#lib/people/labels";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths, signInPath } from "#lib/platform/paths";
import { currentActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default async function InvitationPage({ params }: PageProps<"/invitation/[token]">) {
  const { token } = await params;
  const invitation = await findInvitation(token, requestTime());
  if (!invitation) return <NoInvitation />;
  const { structure, inviter, email } = invitation;
  const actor = await currentActor();
  return (
    <>
      <PageHeader
        kicker="Invitation"
        title={`Rejoindre ${structure}`}
        lead={`${inviter ?? "Le club TacTic"} vous invite à représenter ${structure} sur le portail du club.`}
      />
      <Section title="Votre réponse">
        <DefinitionList
          items={[
            { term: "Adresse invitée", value: email },
            { term: "Rôle", value: ROLE_LABELS[invitation.role] },
            { term: "Valable jusqu’au", value: formatDay(dayOf(invitation.expiresAt)) },
          ]}
        />
        {actor.kind === "person" && actor.email !== email && invitation.state === "open" && (
          <Notice kind="warning" title={`Vous êtes connecté comme ${actor.name}`}>
            <p>Cette invitation s’adresse à {email} : l’accepter concerne ce compte-là, pas le vôtre.</p>
          </Notice>
        )}
        <Answer token={token} invitation={invitation} isSignedIn={actor.kind === "person" && actor.email === email} />
      </Section>
    </>
  );
}

type AnswerProps = { token: string; invitation: InvitationView; isSignedIn: boolean };

function Answer({ token, invitation, isSignedIn }: AnswerProps) {
  const { state, structure, isKnown, firstName, lastName } = invitation;
  if (state === "accepted") {
    return (
      <Notice kind="success" title="Cette invitation est acceptée">
        <p>Vous appartenez à {structure}. Connectez-vous comme d’habitude, ou recevez un lien par e-mail.</p>
        <ButtonLink href={isSignedIn ? paths.ownStructure : signInPath(paths.ownStructure)}>
          {isSignedIn ? "Voir la structure" : "Se connecter"}
        </ButtonLink>
      </Notice>
    );
  }
  if (state === "expired") {
    return (
      <Notice kind="warning" title="Cette invitation a expiré">
        <p>Demandez à la personne qui vous a invité de la renvoyer : un nouveau lien vous parviendra.</p>
      </Notice>
    );
  }
  return (
    <>
      {isKnown && <p className="mb-4">Cette adresse a déjà un compte : vous garderez le même.</p>}
      <AcceptInvitationForm
        token={token}
        structure={structure}
        asksName={!isKnown}
        firstName={firstName ?? ""}
        lastName={lastName ?? ""}
      />
    </>
  );
}

/** Never said to be wrong or taken back: whoever tries links learns nothing. */
function NoInvitation() {
  return (
    <>
      <PageHeader kicker="Invitation" title="Cette invitation n’est plus valable" />
      <Section title="Que faire ?">
        <EmptyState title="Le lien a été annulé, remplacé, ou recopié en partie">
          <p>Ouvrez le dernier message reçu, ou demandez à la personne qui vous a invité de renvoyer l’invitation.</p>
        </EmptyState>
      </Section>
    </>
  );
}
