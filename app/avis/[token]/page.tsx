import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { stopDigestsAction } from "#lib/notices/actions";
import { readParameter } from "#lib/platform/address";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Ne plus recevoir le résumé", robots: { index: false } };

export default async function StopDigestsPage({ params, searchParams }: PageProps<"/avis/[token]">) {
  const { token } = await params;
  const isDone = readParameter(await searchParams, "fait") === "oui";
  return (
    <>
      <PageHeader title="Le résumé du club" />
      <Section title={isDone ? "C’est arrêté" : "Ne plus le recevoir"}>
        {isDone ? (
          <Notice kind="success" isLive>
            <p>
              Vous ne recevrez plus le résumé. Il reste lisible dans <a href={paths.notices}>votre espace</a>, où vous
              pouvez aussi le reprendre.
            </p>
          </Notice>
        ) : (
          <>
            <p className="measure">
              Vous continuerez à recevoir ce que le club doit vous dire : convocations, cotisation, réponses à vos
              demandes.
            </p>
            <ButtonForm
              action={stopDigestsAction}
              id="arret"
              fields={{ token }}
              kind="primary"
              failure="Le résumé n’est pas arrêté"
            >
              Ne plus recevoir le résumé
            </ButtonForm>
          </>
        )}
      </Section>
    </>
  );
}
