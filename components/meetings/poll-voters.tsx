import { ButtonForm } from "#components/forms/button-form";
import { DataTable } from "#components/ui/data-table";
import { renewPollLinkAction } from "#lib/meetings/polls/actions";
import type { PollView } from "#lib/meetings/polls/queries";
import { dayOf, formatDayShort } from "#lib/platform/dates";

/** Who was asked, who answered, who was reminded; a link that went astray is replaced here. */
export function PollVoters({ poll }: { poll: PollView }) {
  return (
    <DataTable
      caption="Les personnes interrogées"
      rows={poll.voters}
      rowKey={({ id }) => id}
      columns={[
        { label: "Nom", cell: ({ name, isKey }) => (isKey ? `${name} (personne clé)` : name) },
        { label: "Réponse", cell: ({ hasAnswered }) => (hasAnswered ? "reçue" : "attendue") },
        {
          label: "Dernier message",
          cell: ({ remindedAt }) => (remindedAt ? formatDayShort(dayOf(remindedAt)) : "aucun"),
        },
        {
          label: "Lien",
          cell: ({ invitationId, name }) =>
            poll.isOpen && (
              <ButtonForm
                action={renewPollLinkAction}
                id={`lien-${invitationId}`}
                fields={{ pollId: poll.id, invitationId }}
                failure="Le lien n’est pas remplacé"
                kind="quiet"
              >
                Remplacer<span className="sr-only"> {`le lien de ${name}`}</span>
              </ButtonForm>
            ),
        },
      ]}
    />
  );
}
