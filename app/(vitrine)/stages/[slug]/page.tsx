import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { StipendNote } from "#components/internships/stipend-note";
import { JsonLd } from "#components/seo/json-ld";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { LEVEL_LABELS } from "#lib/internships/labels";
import { findInternship, findRenamedInternship } from "#lib/internships/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { visitor } from "#lib/policy/actor";
import { breadcrumbStatement, internshipStatement } from "#lib/seo/json-ld";

type Props = PageProps<"/stages/[slug]">;

async function load({ params }: Props) {
  const { slug } = await params;
  const offer = await findInternship(visitor, slug, requestTime());
  if (offer) return offer;
  const renamed = await findRenamedInternship(visitor, slug, requestTime());
  if (renamed) permanentRedirect(paths.internship(renamed));
  notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { slug, title, structure, commune, weeks } = await load(props);
  return {
    title: `${title} – Stages`,
    description: `Stage de ${count(weeks, "semaine")} chez ${structure.name}, ${commune?.name ?? "Artois"}.`,
    alternates: { canonical: absolute(paths.internship(slug)) },
  };
}

export default async function InternshipPage(props: Props) {
  const offer = await load(props);
  const {
    slug,
    title,
    level,
    startsOn,
    weeks,
    hoursPerWeek,
    remotePercent,
    places,
    applyBefore,
    commune,
    structure,
    skills,
    missions,
  } = offer;
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
        kicker={`${LEVEL_LABELS[level]} · ${commune?.name ?? structure.city ?? "Artois"}`}
        title={title}
        lead={
          <>
            Chez <a href={paths.member(structure.slug)}>{structure.name}</a>
            {structure.isFictional ? " (structure fictive)" : ""}
          </>
        }
      />
      <Section title="En bref" id="bref">
        <DefinitionList
          items={[
            { term: "Début", value: formatDay(dayOfColumn(startsOn)) },
            { term: "Durée", value: `${count(weeks, "semaine")}, ${hoursPerWeek}\u00a0h par semaine` },
            { term: "Niveau", value: LEVEL_LABELS[level] },
            {
              term: "Lieu",
              value: `${commune?.name ?? structure.city ?? "Artois"}${remotePercent > 0 ? `, ${remotePercent}\u00a0% à distance possible` : ""}`,
            },
            { term: "Places", value: String(places) },
            { term: "Candidater avant le", value: formatDay(dayOfColumn(applyBefore)) },
          ]}
        />
      </Section>
      <Section title="Missions" id="missions">
        <Paragraphs text={missions} />
        <div className="mt-6">
          <TagList label="Compétences travaillées" tags={skills.map((label) => ({ label }))} />
        </div>
      </Section>
      <Section title="Gratification" id="gratification">
        <StipendNote
          weeks={weeks}
          hoursPerWeek={hoursPerWeek}
          offeredCents={offer.hourlyStipendCents}
          startsOn={dayOfColumn(startsOn)}
        />
      </Section>
      <Section title="Candidater" id="candidater">
        <p className="measure">
          Écrivez à <a href={paths.member(structure.slug)}>{structure.name}</a> : ses coordonnées sont sur sa page.
          Dites votre diplôme, vos dates et ce qui vous attire dans ces missions, et joignez votre CV.
        </p>
      </Section>
    </>
  );
}
