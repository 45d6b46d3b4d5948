import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { figuresInWords } from "#components/needs/need-promise";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { countNeeds } from "#lib/needs/figures/queries";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Besoins confiés au club" };

export default async function BoardNeedsPage() {
  const now = requestTime();
  const actor = await requireActor();
  if (!can(actor, "oversee", "Club", now)) notFound();
  const more = { href: paths.needsToPlace, label: "Besoins sans adhérent, à placer" };
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Besoins confiés au club"
        lead="Ce que les acheteurs demandent, et ce qu’ils obtiennent. Les mêmes chiffres sont promis en public."
      />
      <Section title="Douze mois" more={can(actor, "place", "Need", now) ? more : undefined}>
        <DefinitionList items={figuresInWords(await countNeeds(now))} />
      </Section>
    </>
  );
}
