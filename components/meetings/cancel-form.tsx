"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { cancelMeetingAction } from "#lib/meetings/schedule/actions";
import type { CancelInput } from "#lib/meetings/schedule/schema";

/** Takes a meeting back: the reason that must be given is also what confirms it. */
export function CancelForm({ eventId }: { eventId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<CancelInput>(cancelMeetingAction, { id: "annuler" });
  return (
    <form {...formProps}>
      <ErrorSummary title="La réunion n’est pas annulée" errors={errors} />
      <input type="hidden" name="eventId" value={eventId} />
      <TextField
        {...fieldProps(fields.reason)}
        label="Pourquoi"
        hint="Les personnes invitées, et celles qui se sont inscrites, le liront ; l’agenda public dit seulement que la réunion est annulée. La date disparaît de leur agenda, et la salle est rendue : cela ne se défait pas."
        required
      />
      <Button kind="secondary" disabled={isPending}>
        {isPending ? "Annulation en cours…" : "Annuler la réunion"}
      </Button>
    </form>
  );
}
