import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SynthesisFigures } from "#components/expectations/synthesis-figures";
import { SynthesisForm } from "#components/expectations/synthesis-form";
import { ButtonForm } from "#components/forms/button-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { presentSynthesisAction } from "#lib/expectations/syntheses/actions";
import { findSynthesisDraft } from "#lib/expectations/syntheses/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Synthèse pour le comité" };

export default async function SynthesisDraftPage({ params, searchParams }: PageProps<"/espace/syntheses/[slug]">) {
  const { slug } = await params;
  const draft = await findSynthesisDraft(await requireActor(), slug, requestTime());
  if (!draft) notFound();
  const { commission, presented } = draft;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Attentes", href: paths.expectations }]} here="Synthèse" />}
        kicker={commission.name}
        title="Ce que la commission attend"
        lead="Les chiffres se font seuls ; le texte est le vôtre. Présentée, la synthèse reste telle quelle."
      />
      {readParameter(await searchParams, "fait") === "garde" && (
        <div className="sheet">
          <Notice kind="success" isLive>
            <p>Votre texte est enregistré.</p>
          </Notice>
        </div>
      )}
      <Section title="Votre texte" layout="stacked">
        <SynthesisForm commission={slug} words={draft.words} version={draft.version} />
        <ButtonForm
          action={presentSynthesisAction}
          id="presenter"
          fields={{ commission: slug }}
          kind="primary"
          failure="La synthèse n’est pas présentée"
        >
          Présenter au comité
        </ButtonForm>
      </Section>
      <Section title="Les chiffres d’aujourd’hui" layout="stacked">
        <SynthesisFigures figures={draft.figures} />
      </Section>
      {presented.length > 0 && (
        <Section title="Déjà présentées" layout="stacked">
          <ul>
            {presented.map(({ id, presentedAt }) => (
              <li key={id}>
                <a href={paths.presentedSynthesis(id)}>Synthèse du {presentedAt && formatDay(dayOf(presentedAt))}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
