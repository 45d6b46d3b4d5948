import type { Metadata } from "next";
import { AssemblyRows } from "#components/assemblies/assembly-rows";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { listAssemblies } from "#lib/assemblies/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Assemblées" };

export default async function AssembliesPage() {
  const actor = await requireRight("read", "Assembly");
  const now = requestTime();
  const assemblies = await listAssemblies(actor, now);
  const coming = assemblies.filter(({ isOver, endsAt }) => !isOver && endsAt > now).reverse();
  const past = assemblies.filter((assembly) => !coming.includes(assembly));
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="Les assemblées"
        lead="Là où le club décide : une voix par structure, à jour de sa cotisation."
      />
      <Section title="À venir">
        {coming.length === 0 ? (
          <EmptyState title="Aucune séance n’est convoquée">
            <p>La convocation vous parviendra par e-mail, avec ce qui sera mis au vote et de quoi donner pouvoir.</p>
          </EmptyState>
        ) : (
          <AssemblyRows assemblies={coming} label="Séances à venir" href={paths.assembly} />
        )}
      </Section>
      {past.length > 0 && (
        <Section title="Passées" intro="Les résultats restent tels qu’au jour du vote.">
          <AssemblyRows assemblies={past} label="Séances passées" href={paths.assembly} />
        </Section>
      )}
    </>
  );
}
