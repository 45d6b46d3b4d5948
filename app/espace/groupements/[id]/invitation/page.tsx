import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { BidWarnings } from "#components/consortia/bid-warnings";
import { JoinForm } from "#components/consortia/join-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { FORM_LABELS, FORM_MEANINGS } from "#lib/consortia/labels";
import { findConsortiumInvitation } from "#lib/consortia/queries";
import { formatShare } from "#lib/consortia/rules";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { formatList, of } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Invitation à répondre ensemble" };

export default async function InvitationPage({ params }: PageProps<"/espace/groupements/[id]/invitation">) {
  const actor = await requireActor();
  const { id } = await params;
  const invitation = await findConsortiumInvitation(actor, id, requestTime());
  // Whoever joined meanwhile comes in; of any other, nothing is told.
  if (!invitation && actor.consortia.some((own) => own.id === id)) redirect(paths.consortium(id));
  if (!invitation) notFound();
  const { tender, structure, lead, offers, form } = invitation;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Réponses communes", href: paths.consortia }]} here={tender.subject} />
        }
        kicker={tender.buyer}
        title={tender.subject}
        lead={`${lead} invite ${structure.name} à répondre ensemble, avant le ${formatInstant(tender.respondBefore)}.`}
      />
      <Section title="Ce qui vous est proposé" layout="stacked">
        {invitation.message && <Paragraphs text={invitation.message} />}
        <DefinitionList
          items={[
            { term: "Vos parts", value: offers.length > 0 ? <Offers offers={offers} /> : "à convenir" },
            { term: "Mandataire", value: lead },
            { term: "Déjà membres", value: formatList(invitation.members) },
            { term: "Forme", value: `${FORM_LABELS[form]}. ${FORM_MEANINGS[form]}` },
            { term: "Pourquoi ensemble", value: invitation.justification },
          ]}
        />
        <BidWarnings unread={invitation.lotsToRead} elsewhere={invitation.elsewhere} />
      </Section>
      <Section title={`La réponse ${of(structure.name)}`} id="reponse" layout="stacked">
        <JoinForm id={invitation.id} terms={invitation.fingerprint} structure={structure} />
      </Section>
    </>
  );
}

function Offers({ offers }: { offers: { number: number; title: string; shareBasisPoints: number }[] }) {
  return (
    <ul>
      {offers.map(({ number, title, shareBasisPoints }) => (
        <li key={number}>
          Lot {number} – {title} : {formatShare(shareBasisPoints)}
        </li>
      ))}
    </ul>
  );
}
