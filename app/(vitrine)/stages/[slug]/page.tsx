import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { HowToApply } from "#components/internships/how-to-apply";
import { OfferBody } from "#components/internships/offer-body";
import { JsonLd } from "#components/seo/json-ld";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { findAnswerHabit } from "#lib/internships/applications/promise/queries";
import { levelsInWords } from "#lib/internships/labels";
import { findEndedInternship, findInternship, findRenamedInternship } from "#lib/internships/queries";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement, internshipStatement } from "#lib/seo/json-ld";
import { EndedOffer } from "./ended-offer.tsx";

type Props = PageProps<"/stages/[slug]">;

/** The offer while it is open; what is left to say of it afterwards. */
async function load({ params }: Props) {
  const { slug } = await params;
  const now = requestTime();
  const offer = await findInternship(visitor, slug, now);
  if (offer) return { offer, ended: null };
  const ended = await findEndedInternship(slug, now);
  if (ended) return { offer: null, ended };
  const renamed = await findRenamedInternship(visitor, slug, now);
  if (renamed) permanentRedirect(paths.internship(renamed));
  notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { offer, ended } = await load(props);
  if (!offer) return { title: `${ended.title} – Stages`, robots: { index: false, follow: true } };
  const { slug, title, structure, commune, weeks } = offer;
  return {
    title: `${title} – Stages`,
    description: `Stage de ${count(weeks, "semaine")} chez ${structure.name}, ${commune?.name ?? "Artois"}.`,
    alternates: { canonical: absolute(paths.internship(slug)) },
  };
}

export default async function InternshipPage(props: Props) {
  const { offer, ended } = await load(props);
  if (!offer) return <EndedOffer offer={ended} />;
  const { slug, title, levels, commune, structure } = offer;
  return (
    <>
      <JsonLd
        statements={[
          internshipStatement(offer, requestTime()),
          breadcrumbStatement([
            { name: "Stages", path: paths.internships },
            { name: title, path: paths.internship(slug) },
          ]),
        ]}
      />
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Stages", href: paths.internships }]} here={title} />}
        kicker={`${levelsInWords(levels)} · ${commune?.name ?? structure.city ?? "Artois"}`}
        title={title}
        lead={
          <>
            Chez <a href={paths.member(structure.slug)}>{structure.name}</a>
            {structure.isFictional ? " (structure fictive)" : ""}
          </>
        }
      />
      <OfferBody offer={offer} />
      <HowToApply offer={offer} habit={await findAnswerHabit(offer.structure.slug)} />
    </>
  );
}
