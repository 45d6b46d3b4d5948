"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { RoomInput } from "#lib/rooms/schema";
import { saveRoomAction } from "#lib/rooms/venues/actions";

type Props = {
  venueId: string;
  room?: { id: string; name: string; capacity: number; equipment: string[]; access: string | null };
};

/** A room of a venue, new or changed. */
export function RoomForm({ venueId, room }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<RoomInput>(saveRoomAction, {
    id: room ? `salle-${room.id}` : `salle-de-${venueId}`,
    defaultValue: {
      venueId,
      ...(room && {
        id: room.id,
        name: room.name,
        capacity: room.capacity,
        equipment: room.equipment.join(", "),
        access: room.access ?? "",
      }),
    },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La salle n’est pas enregistrée" errors={errors} />
      <input type="hidden" name="venueId" value={venueId} />
      {room && <input type="hidden" name="id" value={room.id} />}
      <div className="field-pair">
        <TextField {...fieldProps(fields.name)} label="Nom de la salle" required />
        <TextField {...fieldProps(fields.capacity, "number")} label="Places" min={1} required />
      </div>
      <TextField {...fieldProps(fields.equipment)} label="Équipement" hint="Séparé par des virgules." />
      <TextField
        {...fieldProps(fields.access)}
        label="Accès"
        hint="Étage, entrée, stationnement, accès en fauteuil roulant."
      />
      <Button kind="secondary" disabled={isPending}>
        {room ? "Enregistrer la salle" : "Ajouter la salle"}
      </Button>
    </form>
  );
}
