import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { FactorForm } from "#components/people/factor-form";
import { ProofForm } from "#components/people/proof-form";
import { QrCode } from "#components/people/qr-code";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { beginSecondFactorAction } from "#lib/people/second-factor/actions";
import { getSecondFactor, type SecondFactorView } from "#lib/people/second-factor/queries";
import { spacedKey } from "#lib/people/second-factor/rules";
import { getProof } from "#lib/people/sessions/queries";
import { isFreshProof } from "#lib/people/sessions/rules";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Second facteur" };

export default async function SecondFactorPage() {
  const actor = await requireActor();
  const [factor, { provenAt, hasPassword }] = await Promise.all([getSecondFactor(actor), getProof(actor)]);
  const isFresh = isFreshProof(provenAt, requestTime());
  return (
    <>
      <PageHeader
        kicker="Sécurité du compte"
        title="Second facteur"
        lead="Six chiffres que montre votre téléphone, en plus du mot de passe ou du lien."
      />
      {actor.owesSecondFactor && (
        <div className="sheet">
          <Notice kind="warning" title="Demandé au comité directeur et à l’administration">
            Vos droits s’ouvrent dès qu’il est en service. Il faut deux minutes et un téléphone.
          </Notice>
        </div>
      )}
      {isFresh ? (
        <Steps factor={factor} />
      ) : (
        <Section title="C’est bien vous ?" intro="Vous vous êtes connecté il y a plus d’un quart d’heure.">
          <ProofForm email={actor.email} hasPassword={hasPassword} next={paths.secondFactor} />
        </Section>
      )}
    </>
  );
}

function Steps({ factor }: { factor: SecondFactorView }) {
  if (factor.state === "on") {
    return (
      <>
        <Section title="Codes de secours" intro={`En service depuis le ${formatDay(dayOf(factor.since))}.`}>
          <p>Il vous reste {count(factor.codesLeft, "code")}. En créer de nouveaux annule les anciens.</p>
          <FactorForm purpose="replace" />
        </Section>
        <Section title="Retirer" intro="Un mot de passe ou un lien suffira de nouveau pour entrer.">
          <FactorForm purpose="remove" />
        </Section>
      </>
    );
  }
  if (factor.state === "pending" && factor.key) {
    return (
      <Section
        title="Dans votre application"
        intro="Le dessin et la clé disent la même chose : l’un ou l’autre suffit."
      >
        <div className="factor-setup">
          <QrCode text={factor.uri} label="Code QR à lire avec votre application ; la clé est écrite à côté." />
          <div>
            <p>Visez ce dessin avec votre application, ou saisissez-y cette clé :</p>
            <p className="factor-key">{spacedKey(factor.key)}</p>
            <p className="field-hint">Type : basé sur l’heure, six chiffres, trente secondes.</p>
          </div>
        </div>
        <FactorForm purpose="confirm" />
        <ButtonForm action={beginSecondFactorAction} id="recommencer" fields={{}} kind="quiet">
          Recommencer avec un autre dessin
        </ButtonForm>
      </Section>
    );
  }
  return (
    <Section title="Avant de commencer">
      <p>
        Installez une application de codes : Aegis ou FreeOTP+ (libres), celle de votre gestionnaire de mots de passe,
        ou une autre que vous avez déjà. Rien n’est envoyé par SMS.
      </p>
      <ButtonForm
        action={beginSecondFactorAction}
        id="commencer"
        fields={{}}
        kind="primary"
        failure="Rien n’a commencé"
      >
        Commencer
      </ButtonForm>
    </Section>
  );
}
