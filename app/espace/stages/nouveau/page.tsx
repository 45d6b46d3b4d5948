import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { OfferForm } from "#components/internships/offer-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findOwnOffer, listOfferChoices, listOwnOffers } from "#lib/internships/offers/queries";
import { SKELETONS } from "#lib/internships/offers/skeletons";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { copyOf, TOWNS } from "../offer-form-values.ts";

export const metadata: Metadata = { title: "Proposer un stage" };

const LATEST = 5;

export default async function NewOfferPage({ searchParams }: PageProps<"/espace/stages/nouveau">) {
  const actor = await requireRight("publish", "Internship");
  const query = await searchParams;
  const now = requestTime();
  const [choices, earlier, copied] = await Promise.all([
    listOfferChoices(actor.actingFor?.id),
    actor.actingFor ? listOwnOffers(actor, actor.actingFor.id, now) : [],
    findOwnOffer(actor, readParameter(query, "copie") ?? "", now),
  ]);
  const skeleton = SKELETONS.find(({ key }) => key === readParameter(query, "modele"));
  const begun = copied ? copyOf(copied) : (skeleton?.offer ?? {});
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Offres de stage", href: paths.memberInternships }]} here="Proposer un stage" />
        }
        title={copied ? "Reprendre une offre" : "Proposer un stage"}
        lead={
          actor.actingFor ? `Au nom de ${actor.actingFor.name}. Rien ne paraît avant que vous ne publiiez.` : undefined
        }
      />
      <Section title="Partir de…" id="modeles">
        <div className="grid gap-8 sm:grid-cols-2">
          <FilterList
            title="Un modèle"
            options={SKELETONS.map(({ key, label }) => ({
              key,
              label,
              href: `${paths.newInternship}?modele=${key}`,
              isCurrent: !copied && key === skeleton?.key,
            }))}
          />
          {earlier.length > 0 && (
            <FilterList
              title="Une offre passée"
              options={earlier.slice(0, LATEST).map(({ id, title }) => ({
                key: id,
                label: title,
                href: paths.copyInternship(id),
                isCurrent: id === copied?.id,
              }))}
            />
          )}
        </div>
      </Section>
      <Section title="L’offre" id="formulaire">
        <OfferForm
          kept={{ hoursPerWeek: 35, places: 1, city: choices.town, ...begun, id: randomUUID() }}
          choices={choices}
          towns={TOWNS}
        />
      </Section>
    </>
  );
}
