import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { readParameter } from "#lib/platform/address";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Alerte de stages", robots: { index: false } };

/** After the form, or after the end of an alert: what happens now. */
export default async function AlertSentPage({ searchParams }: PageProps<"/alertes/envoyee">) {
  const isStopped = readParameter(await searchParams, "fait") === "arretee";
  return (
    <>
      {isStopped ? (
        <PageHeader
          kicker="C’est fait"
          title="L’alerte est arrêtée"
          lead="Votre adresse est effacée : nous ne vous écrirons plus à ce sujet."
        />
      ) : (
        <PageHeader
          kicker="Encore un geste"
          title="Ouvrez votre boîte"
          lead="Nous venons de vous écrire. Confirmez l’alerte par le bouton du message : sans cela, rien ne vous sera envoyé."
        />
      )}
      <Section title="En attendant">
        {!isStopped && (
          <p className="measure">
            Rien n’arrive ? Attendez deux minutes, puis regardez dans les courriers indésirables. Si cette alerte était
            déjà confirmée, elle court toujours et nous n’avons pas récrit.
          </p>
        )}
        <p className="actions">
          <ButtonLink kind="secondary" href={paths.internships}>
            Revenir aux offres
          </ButtonLink>
        </p>
      </Section>
    </>
  );
}
