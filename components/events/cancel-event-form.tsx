"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { cancelEventAction } from "#lib/events/hosting/actions";
import type { CancelEventInput } from "#lib/events/hosting/schema";

/** Takes an event back: the reason that must be given is also what confirms it. */
export function CancelEventForm({ eventId }: { eventId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<CancelEventInput>(cancelEventAction, {
    id: "annuler",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le rendez-vous n’est pas annulé" errors={errors} />
      <input type="hidden" name="eventId" value={eventId} />
      <TextField
        {...fieldProps(fields.reason)}
        label="Pourquoi"
        hint="Les personnes inscrites le liront, la page publique le dira : cela ne se défait pas."
        required
      />
      <Button kind="secondary" disabled={isPending}>
        {isPending ? "Annulation en cours…" : "Annuler le rendez-vous"}
      </Button>
    </form>
  );
}
