import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { EntrySheet } from "#components/people/entry-sheet";
import { OpenLinkForm } from "#components/people/open-link-form";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { renewSignInLinkAction } from "#lib/people/links/actions";
import { findSignInLink } from "#lib/people/links/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { currentActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Lien de connexion", robots: { index: false } };

/** Opening the page does nothing: programs that check messages for viruses open every link they find. */
export default async function SignInLinkPage({ searchParams }: PageProps<"/connexion/lien">) {
  const secret = readParameter(await searchParams, "jeton") ?? "";
  const link = await findSignInLink(secret, requestTime());
  if (!link) {
    return (
      <EntrySheet
        kicker="Connexion"
        title="Ce lien ne mène nulle part"
        lead="Il est incomplet, ou trop ancien pour être encore connu. Vérifiez qu’il a été copié en entier, ou demandez-en un autre : il arrive aussitôt."
      >
        <ButtonLink href={paths.signIn}>Demander un lien</ButtonLink>
      </EntrySheet>
    );
  }
  if (link.state !== "usable") {
    return (
      <EntrySheet
        kicker="Connexion"
        title={link.state === "used" ? "Ce lien a déjà servi" : "Ce lien a expiré"}
        lead={`Chaque lien sert une fois, et peu de temps. Un autre peut partir tout de suite vers ${link.address}.`}
      >
        <ButtonForm
          action={renewSignInLinkAction}
          id="renouveler"
          fields={{ secret }}
          kind="primary"
          failure="Le message n’est pas parti"
        >
          Recevoir un nouveau lien
        </ButtonForm>
      </EntrySheet>
    );
  }
  const actor = await currentActor();
  return (
    <EntrySheet
      kicker="Connexion"
      title="Bienvenue"
      lead={
        <>
          Ce lien ouvre le compte de <strong className="entry-address">{link.address}</strong>. Il sert une seule fois.
        </>
      }
    >
      {actor.kind === "person" && (
        <Notice title={`Vous êtes connecté sous le nom de ${actor.name}`}>
          Ce lien mettra fin à cette session sur cet appareil.
        </Notice>
      )}
      <OpenLinkForm secret={secret} />
    </EntrySheet>
  );
}
