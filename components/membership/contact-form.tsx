"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { noteContactAction } from "#lib/membership/prospects/actions";
import { PROSPECT_STATE_LABELS } from "#lib/membership/prospects/labels";
import type { EntryInput } from "#lib/membership/prospects/schema";

/** A line of the history: where the prospect stands now, what was said, or both. */
export function ContactForm({ prospectId }: { prospectId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<EntryInput>(noteContactAction, { id: "contact" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le contact n’est pas noté" errors={errors} />
      <input type="hidden" name="prospectId" value={prospectId} />
      <SelectField
        {...fieldProps(fields.state)}
        label="Nouvel état"
        emptyLabel="Inchangé"
        options={Object.entries(PROSPECT_STATE_LABELS).map(([value, label]) => ({ value, label }))}
      />
      <TextAreaField
        {...fieldProps(fields.note)}
        label="Note"
        hint="Qui, quoi, quand rappeler. Restez factuel : la personne peut demander à lire ces lignes."
        rows={4}
      />
      <Button disabled={isPending}>Noter</Button>
    </form>
  );
}
