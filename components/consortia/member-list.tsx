import { ButtonForm } from "#components/forms/button-form";
import { Reveal } from "#components/ui/reveal";
import { closeSeatAction } from "#lib/consortia/leaving/actions";
import type { ConsortiumView } from "#lib/consortia/queries";
import { dayOf, formatDay } from "#lib/platform/dates";
import { of } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

import { CloseSeatForm } from "./close-seat-form.tsx";

/** Who is in and who is out; of a member that is no more of the club, the mandatary notes the departure. */
export function MemberList({ consortium }: { consortium: ConsortiumView }) {
  const { id, members, gone, leadStructureId, own, state } = consortium;
  return (
    <ul className="prose">
      {members.map(({ structure, joinedAt, agreedAt }) => (
        <li key={structure.id}>
          <a href={paths.member(structure.slug)}>{structure.name}</a>
          {structure.id === leadStructureId && ", mandataire"}
          {joinedAt && `, depuis le ${formatDay(dayOf(joinedAt))}`}
          {structure.status !== "active"
            ? ", n’est plus du club"
            : agreedAt
              ? ", d’accord avec ses parts"
              : ", accord attendu"}
          {structure.status === "active" &&
            !agreedAt &&
            own?.isLead &&
            state === "building" &&
            structure.id !== own.structureId && (
              <Reveal label={`Retirer ${structure.name}, dont l’accord manque`}>
                <CloseSeatForm id={id} structureId={structure.id} />
              </Reveal>
            )}
          {structure.status !== "active" && own?.isLead && state === "building" && (
            <Reveal label={`Constater le départ ${of(structure.name)}`}>
              <p>Ses parts redeviennent libres, ses prix et son dossier confidentiel sont effacés, pour de bon.</p>
              <ButtonForm
                action={closeSeatAction}
                id={`depart-${structure.id}`}
                fields={{ id, structureId: structure.id, reason: "" }}
              >
                Constater ce départ
              </ButtonForm>
            </Reveal>
          )}
        </li>
      ))}
      {gone.map(({ structure, leftAt, reason }) => (
        <li key={structure.id}>
          {structure.name} {leftAt ? "est partie" : "a décliné"}
          {reason && `\u202f: ${reason}`}
        </li>
      ))}
    </ul>
  );
}
