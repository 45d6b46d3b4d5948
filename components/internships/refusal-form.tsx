"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { refuseAction } from "#lib/internships/applications/review/actions";
import { count } from "#lib/platform/french";

type Props = { internshipId: string; applicationIds: string[]; text: string; isSeen: boolean };

/** The words, their preview, then the sending: each student receives their own. */
export function RefusalForm({ internshipId, applicationIds, text, isSeen }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ text: string }>(refuseAction, {
    id: "refus",
    defaultValue: { text },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Aucune réponse n’est partie" errors={errors} />
      <input type="hidden" name="internshipId" value={internshipId} />
      {applicationIds.map((id) => (
        <input key={id} type="hidden" name="applicationIds" value={id} />
      ))}
      <TextAreaField {...fieldProps(fields.text)} label="Votre texte" rows={12} maxLength={4_000} required />
      <div className="actions">
        <Button name="step" value="send" kind={isSeen ? "primary" : "secondary"} disabled={isPending}>
          {isPending
            ? "Envoi en cours…"
            : `Envoyer ${applicationIds.length > 1 ? count(applicationIds.length, "réponse") : "cette réponse"}`}
        </Button>
        <Button name="step" value="preview" kind={isSeen ? "secondary" : "primary"} disabled={isPending}>
          Voir l’aperçu
        </Button>
      </div>
    </form>
  );
}
