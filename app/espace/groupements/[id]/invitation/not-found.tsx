import type { Metadata } from "next";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Invitation close" };

/** The same to whoever was invited once and to a stranger: who answers what is told to its members alone. */
export default function ClosedInvitation() {
  return (
    <PageHeader
      kicker="Réponses communes"
      title="Cette invitation n’attend plus de réponse"
      lead="Elle a pu être retirée, déjà reçue une réponse de votre structure, ou s’adresser à une autre."
    >
      <p className="measure">
        Si vous parlez au nom de plusieurs structures, choisissez d’abord celle qui est invitée.
      </p>
      <div className="actions">
        <ButtonLink href={paths.consortia} kind="secondary">
          Voir vos réponses communes
        </ButtonLink>
      </div>
    </PageHeader>
  );
}
