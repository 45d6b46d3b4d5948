import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LogoForm } from "#components/structures/logo-form";
import { ShowcaseForm } from "#components/structures/showcase-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { getAudience } from "#lib/structures/audience/queries";
import { findShowcase, listSkillLabels, type ShowcaseView } from "#lib/structures/showcase/queries";
import { Audience } from "./audience.tsx";
import { CompletenessMeter } from "./completeness-meter.tsx";

export const metadata: Metadata = { title: "Fiche publique" };

const DONE: Record<string, string> = {
  enregistrement: "La fiche est enregistrée. La page publique et l’annuaire la montrent déjà.",
  logo: "Le logo est en ligne.",
  "sans-logo": "Le logo est retiré.",
};

export default async function ShowcasePage({ searchParams }: PageProps<"/espace/structure/fiche">) {
  const actor = await requireActor();
  const structure = actor.actingFor && (await findShowcase(actor, actor.actingFor.id, requestTime()));
  if (!structure) notFound();
  const [skillLabels, audience] = await Promise.all([
    listSkillLabels(),
    getAudience(actor, structure.id, requestTime()),
  ]);
  const done = DONE[readParameter(await searchParams, "fait") ?? ""];
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: structure.name, href: paths.ownStructure }]} here="Fiche publique" />}
        title="Fiche publique"
        lead="Ce que l’annuaire montre de vous, et ce que les acheteurs y cherchent."
      >
        {structure.status === "active" && (
          <p>
            <a className="arrow" href={paths.member(structure.slug)}>
              Voir la page publique
            </a>
          </p>
        )}
      </PageHeader>
      {done && (
        <div className="sheet">
          <Notice kind="success" isLive>
            <p>{done}</p>
          </Notice>
        </div>
      )}
      <Audience audience={audience} />
      <CompletenessMeter steps={structure.completeness} />
      <Section title="Logo" id="logo">
        <LogoForm structureId={structure.id} name={structure.name} logoKey={structure.logoKey} />
      </Section>
      <Section title="La fiche" id="la-fiche" layout="stacked">
        <ShowcaseForm
          kept={formOf(structure)}
          kind={structure.kind}
          logoKey={structure.logoKey}
          skillLabels={skillLabels}
        />
      </Section>
    </>
  );
}

/** A line of the references that waits to be filled. */
const EMPTY = { customer: "", work: "", year: "" };

/** The page as its form begins: nothing known is an empty field. */
function formOf({
  id,
  updatedAt,
  website,
  email,
  phone,
  address,
  postalCode,
  city,
  references,
  ...kept
}: ShowcaseView) {
  return {
    structureId: id,
    version: updatedAt.toISOString(),
    name: kept.name,
    kind: kept.kind,
    description: kept.description,
    website: website ?? "",
    email: email ?? "",
    emailVisibility: kept.emailVisibility,
    phone: phone ?? "",
    phoneVisibility: kept.phoneVisibility,
    peopleVisibility: kept.peopleVisibility,
    address: address ?? "",
    postalCode: postalCode ?? "",
    city: city ?? "",
    skills: kept.skills.join("\n"),
    references: [...references.map(({ year, ...reference }) => ({ ...reference, year: String(year) })), EMPTY, EMPTY],
  };
}
