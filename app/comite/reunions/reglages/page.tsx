import type { Metadata } from "next";
import { AssemblyRulesForm } from "#components/assemblies/assembly-rules-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { KIND_LABELS } from "#lib/assemblies/labels";
import { listAssemblyRules } from "#lib/assemblies/settings/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Règles des assemblées" };

const SAVED = "Les règles sont enregistrées.";

export default async function AssemblyRulesPage({ searchParams }: PageProps<"/comite/reunions/reglages">) {
  const actor = await requireRight("update", "AssemblyRules");
  const rules = await listAssemblyRules(actor, requestTime());
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Réunions", href: paths.boardMeetings }]} here="Règles" />}
        title="Ce que demandent les statuts"
        lead="À recopier de vos statuts. Ce qui est déjà convoqué garde les règles du jour de sa convocation."
      />
      <DoneNotice query={await searchParams} words={{ board: SAVED, ordinary: SAVED, extraordinary: SAVED }} />
      {rules.map((one) => (
        <Section key={one.kind} title={KIND_LABELS[one.kind]}>
          <AssemblyRulesForm rules={one} />
        </Section>
      ))}
    </>
  );
}
