"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { addPresentAction } from "#lib/meetings/attendance/actions";

/** Somebody of the commission who came without having been called. */
export function AddPresentForm({ meetingId, others }: { meetingId: string; others: { id: string; name: string }[] }) {
  const { fields, formProps, errors, isPending } = useActionForm<{ meetingId: string; personId: string }>(
    addPresentAction,
    { id: "ajouter-quelqu-un" },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title="Personne n’est ajouté" errors={errors} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <SelectField
        {...fieldProps(fields.personId)}
        label="Quelqu’un de la commission qui n’était pas convoqué"
        emptyLabel="Choisissez…"
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Ajouter aux présents
      </Button>
    </form>
  );
}
