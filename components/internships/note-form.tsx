"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { addNoteAction } from "#lib/internships/applications/review/actions";

/** A word for one's colleagues. */
export function NoteForm({ applicationId }: { applicationId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<{ text: string }>(addNoteAction, { id: "note" });
  return (
    <form {...formProps}>
      <ErrorSummary title="La note n’est pas ajoutée" errors={errors} />
      <input type="hidden" name="applicationId" value={applicationId} />
      <TextAreaField
        {...fieldProps(fields.text)}
        label="Une note pour vos collègues"
        rows={3}
        maxLength={4_000}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Ajouter cette note
      </Button>
    </form>
  );
}
