import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SynthesisFigures } from "#components/expectations/synthesis-figures";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { CommissionLabel } from "#components/ui/commission-label";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { findSynthesis } from "#lib/expectations/syntheses/queries";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Synthèse d’une commission" };

export default async function PresentedSynthesisPage({ params }: PageProps<"/espace/syntheses/presentees/[id]">) {
  const { id } = await params;
  const synthesis = await findSynthesis(await requireActor(), id, requestTime());
  if (!synthesis) notFound();
  const { commission, words, presentedAt, by, figures } = synthesis;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Attentes", href: paths.expectations }]} here="Synthèse présentée" />}
        kicker={<CommissionLabel slug={commission.slug} name={commission.name} />}
        title="Ce que la commission attend"
        lead={`Présentée le ${formatInstant(presentedAt)}${by ? ` par ${by}` : ""}.`}
      >
        <ButtonLink href={paths.presentedSynthesisPdf(id)} kind="secondary">
          Télécharger en PDF
        </ButtonLink>
      </PageHeader>
      {words && (
        <Section title="Le mot de la commission" layout="stacked">
          <Paragraphs text={words} />
        </Section>
      )}
      <Section title="Les chiffres de ce jour-là" layout="stacked">
        <SynthesisFigures figures={figures} />
      </Section>
    </>
  );
}
