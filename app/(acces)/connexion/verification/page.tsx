import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EntryFactorForm } from "#components/people/entry-factor-form";
import { EntrySheet } from "#components/people/entry-sheet";
import { Button } from "#components/ui/button";
import { signOutAction } from "#lib/people/sessions/actions";
import { readParameter } from "#lib/platform/address";
import { safeNext, signInPath } from "#lib/platform/paths";
import { currentActor, unfinishedEntry } from "#lib/platform/session";

export const metadata: Metadata = { title: "Second facteur", robots: { index: false } };

export default async function SignInFactorPage({ searchParams }: PageProps<"/connexion/verification">) {
  const next = safeNext(readParameter(await searchParams, "suite"));
  const entry = await unfinishedEntry();
  if (!entry) redirect((await currentActor()).kind === "person" ? next : signInPath(next));
  return (
    <EntrySheet
      kicker="Connexion"
      title={`Bonjour ${entry.firstName}`}
      lead="Une dernière étape : le code que montre votre application en ce moment."
      aside={
        <>
          <h2>Téléphone perdu ?</h2>
          <p>Saisissez un de vos codes de secours à la place des six chiffres. Il ne servira qu’une fois.</p>
          <p>Sans téléphone ni code, adressez-vous à la personne qui administre le portail.</p>
          <form action={signOutAction}>
            <Button kind="secondary">Abandonner la connexion</Button>
          </form>
        </>
      }
    >
      <EntryFactorForm next={next} />
    </EntrySheet>
  );
}
