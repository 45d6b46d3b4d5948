import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { CommissionLabel } from "#components/ui/commission-label";
import { DataTable } from "#components/ui/data-table";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { measureCoverage } from "#lib/membership/prospects/queries";
import { prospectsHref } from "#lib/membership/prospects/schema";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Couverture du territoire" };

/** The corners of the club's square. */
const CORNERS = ["arras", "bethune", "douai", "lens"];

export default async function CoveragePage() {
  const actor = await requireActor();
  const now = requestTime();
  if (!can(actor, "read", "Prospect", now)) notFound();
  const { towns, missingSkills } = await measureCoverage(actor, now);
  const commissions = new Map(missingSkills.map(({ commission }) => [commission.slug, commission.name]));
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Prospects", href: paths.boardProspects }]} here="Couverture" />}
        title="Couverture du territoire"
        lead="Où sont les adhérents et ceux qui pourraient l’être, et ce qu’aucun adhérent ne sait faire."
        figures={CORNERS.flatMap((slug) => {
          const town = towns.find((one) => one.slug === slug);
          return town
            ? [
                {
                  value: town.members,
                  words: `${town.members > 1 ? "adhérents" : "adhérent"} à ${town.name}, ${town.prospects} à gagner`,
                },
              ]
            : [];
        })}
      />
      <Section title="Par ville" layout="stacked">
        <div className="coverage">
          <DataTable
            caption="Adhérents et prospects par ville, les plus grandes d’abord"
            rows={towns}
            rowKey={({ slug }) => slug}
            columns={[
              { label: "Ville", cell: ({ slug, name }) => <a href={prospectsHref({ city: slug })}>{name}</a> },
              { label: "Adhérents", cell: ({ members }) => members, isNumeric: true },
              { label: "Prospects", cell: ({ prospects }) => prospects, isNumeric: true },
              {
                label: "Part gagnée",
                cell: ({ name, members, prospects }) => {
                  const share = Math.round((100 * members) / (members + prospects));
                  return (
                    <>
                      <meter min={0} max={100} value={share} aria-label={`Part gagnée à ${name}`} /> {share} %
                    </>
                  );
                },
              },
            ]}
          />
        </div>
      </Section>
      <Section
        title="Compétences manquantes"
        intro={count(missingSkills.length, "compétence qu’aucun adhérent n’a", "compétences qu’aucun adhérent n’a")}
      >
        {missingSkills.length === 0 && <p>Le club sait tout faire.</p>}
        {[...commissions].map(([slug, name]) => (
          <div key={slug} className="mb-6">
            <CommissionLabel slug={slug} name={name} />
            <TagList
              label={name}
              tags={missingSkills.filter(({ commission }) => commission.slug === slug).map(({ label }) => ({ label }))}
            />
          </div>
        ))}
      </Section>
    </>
  );
}
