import { ButtonLink } from "#components/ui/button-link";
import { STATE_LABELS } from "#lib/consortia/labels";
import type { listConsortiumInvitations, OwnConsortiumRow } from "#lib/consortia/queries";
import { paths } from "#lib/platform/paths";

type Props = {
  tenderId: string;
  /** One's own, of this tender: of any other, nothing is known here. */
  consortia: OwnConsortiumRow[];
  invitations: Awaited<ReturnType<typeof listConsortiumInvitations>>;
  mayOpen: boolean;
};

/** On a tender's page: the answers one is part of, those one is invited to, and the way to open another. */
export function TenderConsortia({ tenderId, consortia, invitations, mayOpen }: Props) {
  return (
    <>
      {(consortia.length > 0 || invitations.length > 0) && (
        <ul className="prose">
          {consortia.map(({ id, lead, state }) => (
            <li key={id}>
              <a href={paths.consortium(id)}>Votre réponse avec {lead} pour mandataire</a>, {STATE_LABELS[state]}
            </li>
          ))}
          {invitations.map(({ consortium: { id, leadStructure }, structure }) => (
            <li key={`${id} ${structure.id}`}>
              <a href={paths.consortiumInvitation(id)}>
                {leadStructure.name} invite {structure.name} à répondre ensemble
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayOpen && (
        <div className="actions">
          <ButtonLink href={paths.newConsortium(tenderId)} kind="secondary">
            Répondre en groupement
          </ButtonLink>
        </div>
      )}
    </>
  );
}
