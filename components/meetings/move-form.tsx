"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { moveMeetingAction } from "#lib/meetings/schedule/actions";
import type { MoveInput } from "#lib/meetings/schedule/schema";
import { MeetingFields } from "./meeting-fields.tsx";

type Props = { now: MoveInput; rooms: { value: string; label: string }[] };

/** Another date or another room, for a meeting already called. */
export function MoveForm({ now, rooms }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<MoveInput>(moveMeetingAction, {
    id: "deplacer",
    defaultValue: now,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La réunion n’a pas changé" errors={errors} />
      <input type="hidden" name="eventId" value={now.eventId} />
      <MeetingFields
        day={fieldProps(fields.day)}
        from={fieldProps(fields.from)}
        to={fieldProps(fields.to)}
        roomId={fieldProps(fields.roomId)}
        place={fieldProps(fields.place)}
        rooms={rooms}
      />
      <Button kind="secondary" disabled={isPending}>
        {isPending ? "Envoi en cours…" : "Changer et prévenir tout le monde"}
      </Button>
    </form>
  );
}
