import type { Metadata } from "next";
import { BodyLabel } from "#components/meetings/body-label";
import { InvitationCard } from "#components/meetings/invitation-card";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { Button } from "#components/ui/button";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findOwnRate } from "#lib/meetings/attendance/queries";
import { renewPersonalAddressAction, revokePersonalAddressAction } from "#lib/meetings/calendars/actions";
import { findPersonalAddress } from "#lib/meetings/calendars/queries";
import { listOwnInvitations } from "#lib/meetings/invitations/queries";
import { listOwnPolls } from "#lib/meetings/polls/waiting/queries";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Mes réunions" };

const DONE: Record<string, string> = {
  reponse: "Votre réponse est enregistrée.",
  adresse: "L’adresse de votre agenda est prête\u202f; la précédente, s’il y en avait une, ne vaut plus rien.",
  suppression: "L’adresse de votre agenda n’existe plus.",
};

export default async function MyMeetingsPage({ searchParams }: PageProps<"/espace/reunions">) {
  const actor = await requireActor();
  const now = requestTime();
  const [polls, invitations, address, rate] = await Promise.all([
    listOwnPolls(actor, now),
    listOwnInvitations(actor, now),
    findPersonalAddress(actor, now),
    findOwnRate(actor, now),
  ]);
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Mes réunions"
        lead="Les dates que l’on cherche, celles où l’on vous attend."
        figures={
          rate ? [{ value: `${rate.present} / ${rate.held}`, words: "réunions où vous étiez, en douze mois" }] : []
        }
      >
        <p>
          <a className="arrow" href={paths.minutesArchive}>
            Les comptes rendus
          </a>
        </p>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      {polls.length > 0 && (
        <Section title="Choisir une date">
          <BrickList>
            {polls.map((poll) => (
              <BrickRow
                key={poll.id}
                title={poll.title}
                href={paths.pollAnswer(poll.id)}
                kicker={<BodyLabel slug={poll.commission.slug} name={poll.commission.name} />}
                aside={<p>{poll.hasAnswered ? "Vous avez répondu" : "Votre réponse est attendue"}</p>}
              >
                <p>Répondez avant le {formatInstant(poll.deadline)}.</p>
              </BrickRow>
            ))}
          </BrickList>
        </Section>
      )}
      <Section title="À venir">
        {invitations.length === 0 ? (
          <EmptyState title="Aucune réunion ne vous attend">
            <p>
              Dès que votre commission fixera une date, elle apparaîtra ici et dans votre agenda. En attendant, l’
              <a href={paths.agenda}>agenda du club</a> est ouvert à tous.
            </p>
          </EmptyState>
        ) : (
          <BrickList>
            {invitations.map((invitation) => (
              <InvitationCard key={invitation.id} invitation={invitation} target={{ invitationId: invitation.id }} />
            ))}
          </BrickList>
        )}
      </Section>
      <Section
        title="Mon agenda"
        id="mon-agenda"
        intro="Vos réunions, vos entretiens de stage et les dates du club, dans l’agenda de votre téléphone ou de votre ordinateur."
      >
        {address ? (
          <>
            <p className="break-all">
              <a href={address}>{absolute(address)}</a>
            </p>
            <p className="measure text-ardoise">
              Copiez cette adresse dans votre agenda (« S’abonner », « À partir de l’URL »). Elle est à vous seul :
              quiconque l’a lit vos réunions. Si elle s’est échappée, changez-la.
            </p>
            <div className="intentions">
              <form action={renewPersonalAddressAction}>
                <Button kind="secondary">Changer l’adresse</Button>
              </form>
              <form action={revokePersonalAddressAction}>
                <Button kind="quiet">Supprimer l’adresse</Button>
              </form>
            </div>
          </>
        ) : (
          <form action={renewPersonalAddressAction}>
            <Button kind="secondary">Créer mon adresse d’agenda</Button>
          </form>
        )}
      </Section>
    </>
  );
}
