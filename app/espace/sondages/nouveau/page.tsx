import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AskSurveyForm } from "#components/expectations/survey-forms";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { readParameter } from "#lib/platform/address";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { isUuid } from "#lib/platform/uuid";

export const metadata: Metadata = { title: "Poser une question" };

export default async function NewSurveyPage({ searchParams }: PageProps<"/espace/sondages/nouveau">) {
  const query = await searchParams;
  const actor = await requireActor();
  const commission = actor.commissionsLed.find(({ slug }) => slug === readParameter(query, "commission"));
  if (!commission) notFound();
  const expectationId = readParameter(query, "attente");
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Attentes", href: paths.expectations }]} here="Poser une question" />}
        title={`Une question à la commission ${commission.name}`}
        lead="Une réponse par structure. Chacun verra les résultats une fois la question close, jamais qui a répondu quoi."
      />
      <Section title="La question">
        <AskSurveyForm
          commission={commission.slug}
          {...(expectationId && isUuid(expectationId) ? { expectationId } : {})}
        />
      </Section>
    </>
  );
}
