import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { unsubscribeAction } from "#lib/campaigns/consents/actions";
import { findSubscription } from "#lib/campaigns/consents/queries";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Se désabonner", robots: { index: false } };

/** What the link of a letter opens. Reading changes nothing: mail scanners open links too. */
export default async function UnsubscribePage({ params, searchParams }: PageProps<"/desinscription/[token]">) {
  const { token } = await params;
  const subscription = await findSubscription(token);
  if (!subscription) notFound();
  return (
    <>
      <PageHeader kicker="La lettre du club" title="Ne plus recevoir la lettre" />
      <DoneNotice query={await searchParams} words={{ oui: "Vous ne recevrez plus la lettre du club." }} />
      <Section title="Votre choix">
        {subscription.isSubscribed ? (
          <>
            <p className="measure">
              Les messages de service (convocations, cotisations, mandats) continueront de vous parvenir.
            </p>
            <ButtonForm
              action={unsubscribeAction}
              id="desabonnement"
              fields={{ token }}
              kind="primary"
              failure="Rien n’a changé"
            >
              Me désabonner de la lettre
            </ButtonForm>
          </>
        ) : (
          <p>
            Vous n’êtes pas abonné à la lettre. Pour la recevoir de nouveau, ouvrez{" "}
            <a href={paths.newsletter}>votre espace</a>.
          </p>
        )}
      </Section>
    </>
  );
}
