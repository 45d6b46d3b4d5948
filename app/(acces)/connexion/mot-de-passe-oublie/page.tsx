import type { Metadata } from "next";
import { EntrySheet } from "#components/people/entry-sheet";
import { LinkRequestForm } from "#components/people/link-request-form";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Mot de passe oublié", robots: { index: false } };

export default function ForgottenPasswordPage() {
  return (
    <EntrySheet
      kicker="Connexion"
      title="Mot de passe oublié"
      lead="Recevez un lien par e-mail : il vous connecte, et vous choisissez aussitôt un nouveau mot de passe."
    >
      <LinkRequestForm next={paths.password} />
      <p>
        <a href={paths.signIn}>Revenir à la connexion</a>
      </p>
    </EntrySheet>
  );
}
