"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { saveAgreementAction } from "#lib/schools/agreements/actions";
import type { Agreement } from "#lib/schools/agreements/queries";
import type { AgreementForm as Form } from "#lib/schools/agreements/schema";
import { AGREEMENT_LABELS } from "#lib/schools/labels";

/** Dates, people and what has been done. */
export function AgreementForm({ agreement: { id, startsOn, endsOn, tutor, teacher, done } }: { agreement: Agreement }) {
  const { fields, formProps, errors, isPending } = useActionForm<Form>(saveAgreementAction, {
    id: "convention",
    defaultValue: { startsOn, endsOn, tutor, teacher },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Rien n’est enregistré" errors={errors} />
      <input type="hidden" name="applicationId" value={id} />
      <TextField {...fieldProps(fields.startsOn, "date")} label="Premier jour" required />
      <TextField {...fieldProps(fields.endsOn, "date")} label="Dernier jour" required />
      <TextField {...fieldProps(fields.tutor)} label="Tuteur dans l’entreprise" />
      <TextField {...fieldProps(fields.teacher)} label="Enseignant référent" />
      <CheckboxGroup
        name="done"
        legend="Fait"
        options={Object.entries(AGREEMENT_LABELS).map(([value, label]) => ({ value, label }))}
        defaultValues={done}
      />
      <Button disabled={isPending}>{isPending ? "Un instant…" : "Enregistrer"}</Button>
    </form>
  );
}
