import type { Metadata } from "next";
import { PasswordForm } from "#components/people/password-form";
import { ProofForm } from "#components/people/proof-form";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { getProof } from "#lib/people/sessions/queries";
import { isFreshProof } from "#lib/people/sessions/rules";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Mot de passe" };

export default async function PasswordPage() {
  const actor = await requireActor();
  const { provenAt, hasPassword } = await getProof(actor);
  return (
    <>
      <PageHeader
        kicker="Sécurité du compte"
        title={hasPassword ? "Changer de mot de passe" : "Choisir un mot de passe"}
        lead="Vos autres sessions prendront fin, et un message vous le confirmera."
      />
      {isFreshProof(provenAt, requestTime()) ? (
        <Section title="Le nouveau" intro={`Pour le compte ${actor.email}.`}>
          <PasswordForm email={actor.email} />
        </Section>
      ) : (
        <Section title="C’est bien vous ?" intro="Vous vous êtes connecté il y a plus d’un quart d’heure.">
          <ProofForm email={actor.email} hasPassword={hasPassword} next={paths.password} />
        </Section>
      )}
    </>
  );
}
