import { ButtonForm } from "#components/forms/button-form";
import { DataTable } from "#components/ui/data-table";
import { resendInvitationAction, revokeInvitationAction } from "#lib/people/invitations/actions";
import type { listPendingInvitations } from "#lib/people/invitations/queries";
import { ROLE_LABELS } from "#lib/people/labels";
import { dayOf, formatDayShort } from "#lib/platform/dates";

type Pending = Awaited<ReturnType<typeof listPendingInvitations>>[number];

/** What waits for an answer, and what to do when none comes. */
export function PendingInvitations({ invitations, isReferent }: { invitations: Pending[]; isReferent: boolean }) {
  if (invitations.length === 0) return <p className="mb-6">Aucune invitation n’attend de réponse.</p>;
  return (
    <DataTable
      caption="Sans réponse à ce jour"
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        { label: "Adresse", cell: ({ email }) => <span className="break-words">{email}</span> },
        { label: "Rôle", cell: ({ role }) => ROLE_LABELS[role] },
        {
          label: "Valable",
          cell: ({ isExpired, expiresAt }) => (isExpired ? "expirée" : `jusqu’au ${formatDayShort(dayOf(expiresAt))}`),
        },
        ...(isReferent ? [{ label: "Décider", cell: decisions }] : []),
      ]}
    />
  );
}

function decisions({ id, email }: Pending) {
  const whom = <span className="sr-only"> l’invitation de {email}</span>;
  return (
    <div className="actions">
      <ButtonForm action={resendInvitationAction} id={`renvoyer-${id}`} fields={{ id }}>
        Renvoyer{whom}
      </ButtonForm>
      <ButtonForm action={revokeInvitationAction} id={`annuler-${id}`} fields={{ id }}>
        Annuler{whom}
      </ButtonForm>
    </div>
  );
}
