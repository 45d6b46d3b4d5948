"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { closeSeatAction } from "#lib/consortia/leaving/actions";

/** A member that does not give its agreement is let go: what it is told is said before. */
export function CloseSeatForm({ id, structureId }: { id: string; structureId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<{ reason: string }>(closeSeatAction, {
    id: `retirer-${structureId}`,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Ce membre n’est pas retiré" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="structureId" value={structureId} />
      <p>
        Son accès s’arrête aussitôt, ses parts redeviennent libres, ses prix et son dossier confidentiel sont effacés.
        Ses personnes en sont prévenues par e-mail.
      </p>
      <TextAreaField {...fieldProps(fields.reason)} label="Pourquoi" rows={2} maxLength={1_000} />
      <Button kind="secondary" disabled={isPending}>
        Retirer du groupement
      </Button>
    </form>
  );
}
