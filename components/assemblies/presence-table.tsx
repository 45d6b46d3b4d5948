import { ButtonForm } from "#components/forms/button-form";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { PRESENCE_LABELS } from "#lib/assemblies/labels";
import type { AssemblyView } from "#lib/assemblies/queries";
import type { VoterView } from "#lib/assemblies/roll/queries";
import { notePresenceAction } from "#lib/assemblies/session/actions";

type Props = { assembly: AssemblyView /** The session may be joined. */; mayNote: boolean };

/** Who votes, who is there, who speaks for whom; the chair notes those who did not say it themselves. */
export function PresenceTable({ assembly: { voters, meetingId }, mayNote }: Props) {
  return (
    <DataTable
      caption="La liste des votants"
      rows={voters}
      rowKey={({ id }) => id}
      columns={[
        { label: "Votant", cell: ({ name }) => name },
        { label: "Présence", cell: (voter) => PRESENCE_LABELS[voter.presence] },
        { label: "Pouvoir", cell: powers },
        ...(mayNote
          ? [
              {
                label: "Noter",
                cell: ({ id, name, presence }: VoterView) => (
                  <ButtonForm
                    action={notePresenceAction}
                    id={`presence-${id}`}
                    fields={{
                      assemblyId: meetingId,
                      voterId: id,
                      isPresent: presence === "present" ? "no" : "yes",
                    }}
                    failure="La présence n’est pas notée"
                    kind="quiet"
                  >
                    {presence === "present" ? "N’est plus là" : "Présent"}
                    <span className="sr-only"> : {name}</span>
                  </ButtonForm>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function powers({ holder, holds }: VoterView): string {
  if (holder) return `donné à ${holder.name}${holder.isOnPaper ? ", sur papier" : ""}`;
  return holds > 0 ? `en tient ${holds}` : NOTHING;
}
