import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BidWarnings } from "#components/consortia/bid-warnings";
import { OpenForm } from "#components/consortia/open-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findTenderToAnswer } from "#lib/consortia/lots/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Répondre en groupement" };

export default async function NewConsortiumPage({ searchParams }: PageProps<"/espace/groupements/nouveau">) {
  const actor = await requireActor();
  const tender = await findTenderToAnswer(actor, readParameter(await searchParams, "appel") ?? "", requestTime());
  if (!tender) notFound();
  const unread = tender.lots.filter(({ rule }) => rule === "not_read").map(({ number }) => number);
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Réponses communes", href: paths.consortia }]} here={tender.subject} />
        }
        kicker={tender.buyer}
        title="Répondre en groupement"
        lead={`${tender.subject}, à remettre avant le ${formatInstant(tender.respondBefore)}. ${actor.actingFor?.name} en sera mandataire.`}
      />
      <Section
        title="Ouvrir"
        intro="Vous inviterez ensuite les autres membres. Eux seuls sauront que ce groupement existe."
      >
        {tender.isOver ? (
          <Notice kind="warning">
            <p>On ne peut plus répondre à cet appel d’offres.</p>
          </Notice>
        ) : tender.lots.every(({ isLedByUs }) => isLedByUs) ? (
          <Notice kind="warning">
            <p>
              Vous êtes déjà mandataire d’un groupement pour chacun de ses lots, et le code de la commande publique n’en
              permet qu’un par lot (article R2142-23).
            </p>
          </Notice>
        ) : (
          <>
            <BidWarnings unread={unread} elsewhere={[]} />
            <OpenForm tenderId={tender.id} lots={tender.lots} />
          </>
        )}
      </Section>
    </>
  );
}
