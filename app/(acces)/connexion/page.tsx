import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntrySheet } from "#components/people/entry-sheet";
import { SignInForm } from "#components/people/sign-in-form";
import { Notice } from "#components/ui/notice";
import { providerHost } from "#lib/people/sessions/provider";
import { readParameter } from "#lib/platform/address";
import { paths, safeNext, signInFactorPath } from "#lib/platform/paths";
import { currentActor, unfinishedEntry } from "#lib/platform/session";

export const metadata: Metadata = { title: "Connexion", robots: { index: false } };

export default async function SignInPage({ searchParams }: PageProps<"/connexion">) {
  const query = await searchParams;
  const next = safeNext(readParameter(query, "suite"));
  if ((await currentActor()).kind === "person") redirect(next);
  if (await unfinishedEntry()) redirect(signInFactorPath(next));
  const failure = failureOf(readParameter(query, "error"));
  const provider = providerHost();
  return (
    <EntrySheet
      kicker="Espace membre"
      title="Connexion"
      lead="Pour les adhérents du club, les responsables de commission, les étudiants et les écoles."
      aside={
        <>
          <h2>Pas encore de compte ?</h2>
          <p>
            Votre structure est adhérente : demandez à son référent de vous inviter. Sinon,{" "}
            <a href={paths.join}>rejoignez le club</a>.
          </p>
          <p className="field-hint">
            La connexion dure trente jours sur cet appareil, ou jusqu’à ce que vous vous déconnectiez.
          </p>
        </>
      }
    >
      {failure && (
        <Notice kind="error" title="La connexion n’a pas abouti" isLive>
          {failure}
        </Notice>
      )}
      <SignInForm next={next} />
      {provider && (
        <p className="entry-actions">
          <a className="button button-secondary" href={paths.signInProvider(next)}>
            Continuer avec {provider}
          </a>
        </p>
      )}
    </EntrySheet>
  );
}

/** What the identity provider's way in may answer, in words. */
function failureOf(code: string | undefined): string | null {
  if (!code) return null;
  if (code === "adresse-inconnue") {
    return "Aucun compte du portail ne porte l’adresse e-mail que votre organisation nous a donnée. Demandez au référent de votre structure de vous inviter à cette adresse.";
  }
  if (code === "adresse-non-verifiee") {
    return "Votre organisation n’a pas vérifié votre adresse e-mail\u202f: nous ne pouvons pas nous y fier. Connectez-vous par mot de passe ou par lien.";
  }
  if (code === "CredentialsSignin") return "L’adresse e-mail ou le mot de passe ne convient pas.";
  return "La connexion par votre organisation a échoué ou a été abandonnée. Réessayez, ou connectez-vous autrement.";
}
