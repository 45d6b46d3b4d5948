import type { Metadata } from "next";
import { Button } from "#components/ui/button";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { giveConsentAction, withdrawConsentAction } from "#lib/campaigns/consents/actions";
import { findConsent } from "#lib/campaigns/consents/queries";
import { CONSENT_TEXTS, CONSENT_VERSION } from "#lib/campaigns/consents/rules";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "La lettre du club" };

const DONE = {
  abonnement: "Vous recevrez la prochaine lettre.",
  desabonnement: "Vous ne recevrez plus la lettre.",
};

export default async function NewsletterPage({ searchParams }: PageProps<"/espace/lettre">) {
  const actor = await requireActor();
  const consent = await findConsent(actor, requestTime());
  return (
    <>
      <PageHeader
        kicker="Espace membre"
        title="La lettre du club"
        lead="De temps en temps, ce qui se prépare et ce qui s’est fait. Les messages de service (convocations, cotisations, mandats) vous parviennent dans tous les cas."
      />
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="Votre choix" id="choix">
        {consent ? (
          <>
            <p className="mb-2">
              Vous êtes abonné depuis le {formatDay(dayOf(consent.givenAt))}. Vous avez accepté ceci :
            </p>
            <blockquote className="letter mb-6">{CONSENT_TEXTS[consent.textVersion]}</blockquote>
            <form action={withdrawConsentAction}>
              <Button kind="secondary">Me désabonner</Button>
            </form>
          </>
        ) : (
          <>
            <p className="mb-2">Vous ne recevez pas la lettre. En vous abonnant :</p>
            <blockquote className="letter mb-6">{CONSENT_TEXTS[CONSENT_VERSION]}</blockquote>
            <form action={giveConsentAction}>
              <Button>M’abonner à la lettre</Button>
            </form>
          </>
        )}
      </Section>
    </>
  );
}
