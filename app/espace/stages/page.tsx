import type { Metadata } from "next";
import { OwnOfferRow } from "#components/internships/own-offer-row";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listOwnOffers } from "#lib/internships/offers/queries";
import { type OfferState, stateOf } from "#lib/internships/rules";
import { requestTime } from "#lib/platform/clock";
import { dayOf } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Offres de stage" };

const SHELVES: { title: string; id: string; states: OfferState[] }[] = [
  { title: "En préparation", id: "preparation", states: ["draft"] },
  { title: "En ligne", id: "en-ligne", states: ["open", "first"] },
  { title: "Terminées", id: "terminees", states: ["expired", "filled", "withdrawn"] },
];

export default async function OwnOffersPage({ searchParams }: PageProps<"/espace/stages">) {
  const actor = await requireRight("publish", "Internship");
  const now = requestTime();
  const offers = actor.actingFor ? await listOwnOffers(actor, actor.actingFor.id, now) : [];
  const shelves = SHELVES.map((shelf) => ({
    ...shelf,
    offers: offers
      .map((offer) => ({ ...offer, state: stateOf(offer, dayOf(now)) }))
      .filter(({ state }) => shelf.states.includes(state)),
  })).filter((shelf) => shelf.offers.length > 0);
  return (
    <>
      <PageHeader
        kicker={actor.actingFor?.name}
        title="Vos offres de stage"
        lead="Écrites en dix minutes, relues avec ce que dit la loi, publiées quand vous le voulez."
      >
        <ButtonLink href={paths.newInternship}>Proposer un stage</ButtonLink>
      </PageHeader>
      <DoneNotice query={await searchParams} words={{ supprimee: "Le brouillon est supprimé." }} />
      {shelves.length === 0 && (
        <Section title="Aucune offre">
          <EmptyState
            title="Rien encore"
            actions={<ButtonLink href={paths.newInternship}>Proposer un premier stage</ButtonLink>}
          >
            <p>Partez d’un modèle : il ne reste qu’à dire vos dates et ce que vous ferez faire.</p>
          </EmptyState>
        </Section>
      )}
      {shelves.map(({ title, id, offers: shelved }) => (
        <Section key={id} title={title} id={id}>
          <BrickList label={title}>
            {shelved.map((offer) => (
              <OwnOfferRow key={offer.id} offer={offer} />
            ))}
          </BrickList>
        </Section>
      ))}
    </>
  );
}
