"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { leaveConsortiumAction } from "#lib/consortia/leaving/actions";
import type { LeaveInput } from "#lib/consortia/leaving/schema";

/** Leaving: what ends at once and what was agreed are said before. */
export function LeaveForm({ id, givenStays }: { id: string; givenStays: boolean }) {
  const { fields, formProps, errors, isPending } = useActionForm<LeaveInput>(leaveConsortiumAction, { id: "quitter" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Vous n’avez pas quitté le groupement" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <p>
        Votre accès s’arrête aussitôt, vos parts redeviennent libres, vos prix et votre dossier confidentiel sont
        effacés.
        {givenStays ? " Vos documents partagés restent, comme convenu." : " Vos documents sont effacés, comme convenu."}
      </p>
      <TextAreaField {...fieldProps(fields.reason)} label="Pourquoi vous partez" rows={2} maxLength={1_000} required />
      <Button kind="secondary" disabled={isPending}>
        Quitter le groupement
      </Button>
    </form>
  );
}
