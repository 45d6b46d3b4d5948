"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { draftAction } from "#lib/internships/applications/actions";

type Props = { applicationId: string; message: string; canSend: boolean };

/** Read once more, then kept or sent. */
export function DraftForm({ applicationId, message, canSend }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ message: string }>(draftAction, {
    id: "brouillon",
    defaultValue: { message },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre candidature n’est pas partie" errors={errors} />
      <input type="hidden" name="applicationId" value={applicationId} />
      <TextAreaField
        {...fieldProps(fields.message)}
        label="Votre message"
        hint="Ce qui vous attire dans ces missions, ce que vous aimeriez apprendre."
        rows={8}
        maxLength={4_000}
        required
      />
      <div className="actions">
        {canSend && (
          <Button name="step" value="send" disabled={isPending}>
            {isPending ? "Envoi en cours…" : "Envoyer ma candidature"}
          </Button>
        )}
        <Button name="step" value="keep" kind="secondary" disabled={isPending}>
          Enregistrer le brouillon
        </Button>
      </div>
    </form>
  );
}
