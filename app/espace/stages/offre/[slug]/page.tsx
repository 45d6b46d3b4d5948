import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HowToApply } from "#components/internships/how-to-apply";
import { OfferBody } from "#components/internships/offer-body";
import { PageHeader } from "#components/ui/page-header";
import { findAnswerHabit } from "#lib/internships/applications/promise/queries";
import { levelsInWords } from "#lib/internships/labels";
import { findInternship } from "#lib/internships/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Offre de stage" };

/** An offer for whoever may read it today: people of a school that sees it first read it here. */
export default async function ReservedOfferPage({ params }: PageProps<"/espace/stages/offre/[slug]">) {
  const actor = await requireActor();
  const offer = await findInternship(actor, (await params).slug, requestTime());
  if (!offer) notFound();
  return (
    <>
      <PageHeader kicker={levelsInWords(offer.levels)} title={offer.title} lead={`Chez ${offer.structure.name}`} />
      <OfferBody offer={offer} />
      <HowToApply
        offer={offer}
        habit={await findAnswerHabit(offer.structure.slug)}
        applyAt={paths.newApplication(offer.slug)}
      />
    </>
  );
}
