import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgreeForm } from "#components/consortia/agree-form";
import { GuestForm } from "#components/consortia/guest-form";
import { InviteMemberForm } from "#components/consortia/invite-member-form";
import { LeaveForm } from "#components/consortia/leave-form";
import { LotsForm } from "#components/consortia/lots-form";
import { MemberList } from "#components/consortia/member-list";
import { OfferLeadForm } from "#components/consortia/offer-lead-form";
import { PartsForm } from "#components/consortia/parts-form";
import { PartsTable } from "#components/consortia/parts-table";
import { SubcontractorForm } from "#components/consortia/subcontractor-form";
import { WorkspaceHeader } from "#components/consortia/workspace-header";
import { ButtonForm } from "#components/forms/button-form";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { revokeGuestAction } from "#lib/consortia/guests/actions";
import { listGuests } from "#lib/consortia/guests/queries";
import { takeLeadAction } from "#lib/consortia/lead/actions";
import { listLotChoices } from "#lib/consortia/lots/queries";
import { withdrawInvitationAction } from "#lib/consortia/members/actions";
import { listInvitable } from "#lib/consortia/members/queries";
import { withdrawSubcontractorAction } from "#lib/consortia/parts/actions";
import { listSubcontractors } from "#lib/consortia/parts/queries";
import { type ConsortiumView, findConsortium } from "#lib/consortia/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Membres et parts" };

const DONE = {
  invitee: "L’invitation est partie. Rien n’est réservé avant la réponse.",
  annulee: "L’invitation est annulée.",
  parts: "Les parts sont enregistrées. Les membres dont la part a changé sont invités à redonner leur accord.",
  lots: "Les lots de la réponse sont enregistrés. Répartissez-en les parts.",
  parti: "Ce départ est constaté. Ses parts sont à répartir.",
  accord: "L’accord de votre structure est enregistré.",
  "sous-traitant": "Le sous-traitant est déclaré.",
  "sans-sous-traitant": "Le sous-traitant est retiré.",
  relais: "Le rôle de mandataire est proposé. Rien ne change avant la réponse.",
  "relais-repris": "La proposition est reprise\u202f: vous restez mandataire.",
  mandataire: "Votre structure est maintenant mandataire du groupement.",
  "invite-lecture":
    "Si un compte du portail a cette adresse, son titulaire peut lire l’espace, sauf les prix et les dossiers confidentiels. Un message le lui dit.",
  "acces-retire": "L’accès est retiré.",
};

export default async function MembersPage({ params, searchParams }: PageProps<"/espace/groupements/[id]/membres">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const { id } = await params;
  const consortium = await findConsortium(actor, id, now);
  if (!consortium) notFound();
  const { own, state, lots, members } = consortium;
  const isBuilding = state === "building";
  const isLead = own?.isLead ?? false;
  const [subcontractors, guests, invitable, choices] = await Promise.all([
    listSubcontractors(actor, id, now),
    listGuests(actor, id, now),
    isLead && isBuilding ? listInvitable(actor, id, now) : [],
    isLead && isBuilding ? listLotChoices(actor, id, now) : [],
  ]);
  const structures = members.map(({ structure }) => structure);
  const standing = lots.filter(({ isWithdrawn }) => !isWithdrawn);
  return (
    <>
      <WorkspaceHeader consortium={consortium} here="members" room="Membres et parts" now={now} />
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="Les membres" id="membres">
        <MemberList consortium={consortium} />
        <Relay consortium={consortium} />
      </Section>
      <Section title="Les parts" id="parts" intro="Chaque lot fait exactement 100 % au dépôt, et jamais plus.">
        <PartsTable lots={lots} members={members} />
        {isLead && isBuilding && (
          <Reveal label="Répartir les lots">
            <PartsForm id={id} lots={standing} members={structures} />
          </Reveal>
        )}
        {choices.length > 1 && (
          <Reveal label="Changer les lots de la réponse">
            <LotsForm id={id} choices={choices} />
          </Reveal>
        )}
        {own && isBuilding && <OwnAgreement consortium={consortium} own={own} />}
      </Section>
      {isLead && isBuilding && <Invitations consortium={consortium} invitable={invitable} />}
      <Subcontractors consortium={consortium} subcontractors={subcontractors} />
      {own && (
        <Section
          title="Invités à lire"
          id="lecture"
          intro="Personne d’autre n’entre ici, pas même le comité ni l’administration du portail."
        >
          {guests.map((guest) => (
            <div key={guest.id} className="document-actions">
              <p>
                {guest.email}, accès donné par {guest.invitedFor} le {formatDay(dayOf(guest.since))}
              </p>
              <ButtonForm
                action={revokeGuestAction}
                id={`acces-${guest.id}`}
                fields={{ id, guestId: guest.id }}
                kind="quiet"
              >
                Retirer l’accès de {guest.email}
              </ButtonForm>
            </div>
          ))}
          <Reveal label="Inviter quelqu’un à lire">
            <GuestForm id={id} />
          </Reveal>
        </Section>
      )}
      {own && isBuilding && <Leaving consortium={consortium} own={own} />}
    </>
  );
}

/** The mandatary's relay, from its side and from that of whoever may take it. */
function Relay({ consortium }: { consortium: ConsortiumView }) {
  const { id, own, state, members, successorId, successor, isLeadGone, lead } = consortium;
  if (!own || (state !== "building" && state !== "submitted")) return null;
  const mayTake = !own.isLead && (isLeadGone || (state === "building" && successorId === own.structureId));
  if (mayTake) {
    return (
      <Notice title={isLeadGone ? "Le mandataire n’est plus du club" : "On vous propose d’être mandataire"}>
        <p>
          {isLeadGone
            ? `${lead} a quitté le club\u202f: un membre reprend son rôle ici.`
            : `${lead} vous propose de représenter le groupement auprès de l’acheteur.`}{" "}
          {state === "submitted" && "L’acheteur doit accepter ce changement (article R2142-26)."}
        </p>
        <ButtonForm action={takeLeadAction} id="mandataire" fields={{ id }}>
          Devenir mandataire
        </ButtonForm>
      </Notice>
    );
  }
  if (!own.isLead || state !== "building") return null;
  const others = members.flatMap(({ structure }) => (structure.id === own.structureId ? [] : [structure]));
  if (others.length === 0) return null;
  return (
    <Reveal label={successor ? `Rôle de mandataire proposé à ${successor}` : "Passer le rôle de mandataire"}>
      <OfferLeadForm id={id} others={others} successorId={successorId} />
    </Reveal>
  );
}

function OwnAgreement({
  consortium: { id, members },
  own: { structureId, fingerprint },
}: {
  consortium: ConsortiumView;
  own: NonNullable<ConsortiumView["own"]>;
}) {
  const seat = members.find(({ structure }) => structure.id === structureId);
  if (!seat) return null;
  const form = <AgreeForm id={id} terms={fingerprint} hasAgreed={seat.agreedAt !== null} />;
  if (seat.agreedAt) return <Reveal label="Votre structure est d’accord avec ses parts">{form}</Reveal>;
  return (
    <Notice kind="warning" title="Votre accord est attendu">
      <p>
        Vos parts, la forme du groupement ou ce que dit le règlement de plusieurs candidatures ont changé depuis votre
        dernier accord.
      </p>
      {form}
    </Notice>
  );
}

function Invitations({
  consortium: { id, invited, lots },
  invitable,
}: {
  consortium: ConsortiumView;
  invitable: Awaited<ReturnType<typeof listInvitable>>;
}) {
  return (
    <Section title="Inviter" id="inviter" intro="La structure invitée seule est prévenue.">
      {invited.map(({ structure, invitedAt }) => (
        <div key={structure.id} className="document-actions">
          <p>
            {structure.name}, invitée le {formatDay(dayOf(invitedAt))}, n’a pas encore répondu.
          </p>
          <ButtonForm
            action={withdrawInvitationAction}
            id={`annuler-${structure.id}`}
            fields={{ id, structureId: structure.id }}
            kind="quiet"
          >
            Annuler l’invitation
          </ButtonForm>
        </div>
      ))}
      <InviteMemberForm id={id} structures={invitable} lots={lots.filter(({ isWithdrawn }) => !isWithdrawn)} />
    </Section>
  );
}

function Subcontractors({
  consortium: { id, own, state, lots },
  subcontractors,
}: {
  consortium: ConsortiumView;
  subcontractors: Awaited<ReturnType<typeof listSubcontractors>>;
}) {
  const isBuilding = state === "building";
  return (
    <Section title="Sous-traitants" id="sous-traitants" intro="Déclarés à part, par un DC4 chacun.">
      <ul className="prose">
        {subcontractors.map((row) => (
          <li key={row.id}>
            Lot {row.lot} : <strong>{row.name}</strong>, {row.work} (déclaré par {row.declaredBy})
            {own?.structureId === row.structureId && isBuilding && (
              <ButtonForm
                action={withdrawSubcontractorAction}
                id={`retirer-${row.id}`}
                fields={{ id, subcontractorId: row.id }}
                kind="quiet"
              >
                Retirer {row.name}
              </ButtonForm>
            )}
          </li>
        ))}
        {subcontractors.length === 0 && <li>Aucun sous-traitant déclaré.</li>}
      </ul>
      {own && isBuilding && (
        <Reveal label="Déclarer un sous-traitant">
          <SubcontractorForm id={id} lots={lots.filter(({ isWithdrawn }) => !isWithdrawn)} />
        </Reveal>
      )}
    </Section>
  );
}

function Leaving({
  consortium: { id, members },
  own,
}: {
  consortium: ConsortiumView;
  own: NonNullable<ConsortiumView["own"]>;
}) {
  return (
    <Section title="Partir" id="partir">
      {own.isLead ? (
        <p>Vous êtes mandataire : passez d’abord ce rôle à un autre membre, ci-dessus.</p>
      ) : (
        <Reveal label="Quitter le groupement">
          <LeaveForm
            id={id}
            givenStays={members.find(({ structure }) => structure.id === own.structureId)?.givenStays ?? true}
          />
        </Reveal>
      )}
    </Section>
  );
}
