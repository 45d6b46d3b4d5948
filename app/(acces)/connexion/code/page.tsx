import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { CodeForm } from "#components/people/code-form";
import { EntrySheet } from "#components/people/entry-sheet";
import { getClub } from "#lib/club/queries";
import { repeatRequestAction } from "#lib/people/links/actions";
import { readRequest } from "#lib/people/links/request-cookie";
import { LINK_MINUTES } from "#lib/people/links/rules";
import { paths, signInPath } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Regardez vos messages", robots: { index: false } };

export default async function SignInCodePage() {
  const request = await readRequest();
  if (!request) redirect(paths.signIn);
  const { isDemonstration } = await getClub();
  return (
    <EntrySheet
      kicker="Connexion"
      title="Regardez vos messages"
      lead={
        <>
          Un message est parti vers <strong className="entry-address">{request.email}</strong>. Ouvrez son lien dans les{" "}
          {LINK_MINUTES} minutes, ou saisissez ici les six chiffres qu’il contient.
        </>
      }
      aside={
        <>
          <h2>Rien n’arrive ?</h2>
          <p>Le message peut mettre une minute, et s’égare parfois parmi les indésirables.</p>
          <ButtonForm action={repeatRequestAction} id="renvoyer" fields={{}} failure="Le message n’est pas parti">
            Renvoyer le message
          </ButtonForm>
          <p>
            <a href={signInPath(request.next)}>Changer d’adresse</a>
          </p>
          {isDemonstration && !process.env.SMTP_URL && (
            <p>
              Démonstration : rien ne part, le message se lit dans <a href={paths.keptMail}>la boîte d’envoi</a>.
            </p>
          )}
        </>
      }
    >
      <CodeForm />
    </EntrySheet>
  );
}
