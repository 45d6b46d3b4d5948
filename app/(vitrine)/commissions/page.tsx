import type { Metadata } from "next";
import { JsonLd } from "#components/seo/json-ld";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionGlyph } from "#components/ui/commission-glyph";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { type CommissionSummary, listCommissions } from "#lib/commissions/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { breadcrumbStatement } from "#lib/seo/json-ld";

export const metadata: Metadata = {
  title: "Les commissions",
  description:
    "Les cinq commissions du club TacTic : leur mission, leur responsable, leurs réunions et leurs résultats.",
  alternates: { canonical: absolute(paths.commissions) },
};

export default async function CommissionsPage() {
  const commissions = await listCommissions(requestTime());
  return (
    <>
      <JsonLd statements={[breadcrumbStatement([{ name: "Commissions", path: paths.commissions }])]} />
      <PageHeader
        kicker="Le travail du club"
        title="Cinq commissions"
        lead="Chacune se réunit tous les un à deux mois. Son responsable a pour mandat d’étudier ce que les adhérents attendent ; le comité directeur agit sur ce qui s’y exprime."
      />
      <Section
        title="Qui fait quoi"
        id="liste"
        intro={<a href={`${paths.commissions}.csv`}>Télécharger la liste (CSV)</a>}
      >
        <BrickList>
          {commissions.map((commission) => (
            <CommissionRow key={commission.slug} commission={commission} />
          ))}
        </BrickList>
      </Section>
    </>
  );
}

function CommissionRow({
  commission: { slug, name, mission, lead, members, lastMeeting, nextMeeting },
}: {
  commission: CommissionSummary;
}) {
  return (
    <BrickRow
      heading="h3"
      title={name}
      href={paths.commission(slug)}
      lead={
        <span className={`commission-label commission-${slug} text-3xl`}>
          <CommissionGlyph slug={slug} />
        </span>
      }
      aside={
        <DefinitionList
          items={[
            { term: "Responsable", value: lead ?? "À désigner" },
            { term: "Adhérents", value: count(members, "structure") },
            { term: "Dernière réunion", value: lastMeeting ? formatDay(dayOf(lastMeeting)) : "Aucune encore" },
            { term: "Prochaine", value: nextMeeting ? formatDay(dayOf(nextMeeting)) : "Date à fixer" },
          ]}
        />
      }
    >
      <p>{mission}</p>
    </BrickRow>
  );
}
