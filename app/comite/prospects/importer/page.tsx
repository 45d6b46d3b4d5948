import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportForm } from "#components/membership/import-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Importer des prospects" };

export default async function ProspectImportPage() {
  if (!can(await requireActor(), "import", "Prospect", requestTime())) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Prospects", href: paths.boardProspects }]} here="Importer" />}
        title="Importer une liste"
        lead="Le fichier est lu et montré avant d’être enregistré. Ce qui est déjà connu n’est pas ajouté deux fois."
      />
      <Section title="Le fichier" layout="stacked">
        <ImportForm />
      </Section>
    </>
  );
}
