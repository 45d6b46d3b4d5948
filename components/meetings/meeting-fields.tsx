"use client";

import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";

type Field = { name: string; id: string; defaultValue?: string | undefined; error?: string | undefined };
type Props = {
  day: Field;
  from: Field;
  to: Field;
  roomId: Field;
  place: Field;
  rooms: { value: string; label: string }[];
};

/** When and where: the same for a meeting that is fixed and one that is moved. */
export function MeetingFields({ day, from, to, roomId, place, rooms }: Props) {
  return (
    <>
      <div className="field-pair">
        <TextField {...known(day)} type="date" label="Date" required />
        <TextField {...known(from)} type="time" label="Début" required />
        <TextField {...known(to)} type="time" label="Fin" required />
      </div>
      <SelectField
        {...known(roomId)}
        label="Salle prêtée au club"
        hint="La demande part aussitôt à qui la prête ; en attendant la réponse, elle est gardée."
        options={rooms}
        emptyLabel="Aucune : ailleurs, ou à distance"
      />
      <TextField {...known(place)} label="Où, si ce n’est pas dans une de ces salles" />
    </>
  );
}

/** A property that is not known is not given. */
function known({ name, id, defaultValue, error }: Field) {
  return {
    name,
    id,
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...(error === undefined ? {} : { error }),
  };
}
