import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InvitationCard } from "#components/meetings/invitation-card";
import { BrickList } from "#components/ui/brick-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findInvitationByLink } from "#lib/meetings/invitations/queries";
import { readParameter } from "#lib/platform/address";

export const metadata: Metadata = { title: "Répondre à une invitation", robots: { index: false } };

export default async function InvitationPage({ params, searchParams }: PageProps<"/reunion/[token]">) {
  const { token } = await params;
  const invitation = (await findInvitationByLink(token)) ?? notFound();
  return (
    <>
      <PageHeader
        kicker="Invitation"
        title={`Bonjour ${invitation.name}`}
        lead="Dites d’un clic si vous venez : qui vous invite le saura."
      />
      <Section title="La réunion">
        {readParameter(await searchParams, "fait") === "reponse" && (
          <Notice kind="success" title="Merci" isLive>
            <p>Votre réponse est enregistrée. Vous pouvez la changer ici jusqu’au début de la réunion.</p>
          </Notice>
        )}
        <BrickList>
          <InvitationCard invitation={invitation} target={{ token }} />
        </BrickList>
      </Section>
    </>
  );
}
