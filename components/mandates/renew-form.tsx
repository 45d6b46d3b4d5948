"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { renewMandateAction } from "#lib/mandates/actions";

/** A second mandate, which begins the day after this one. */
export function RenewForm({ id, endsOn }: { id: string; endsOn: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<{ endsOn: string }>(renewMandateAction, {
    id: "renouvellement",
    defaultValue: { endsOn },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le mandat n’est pas renouvelé" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextField {...fieldProps(fields.endsOn, "date")} label="Dernier jour du nouveau mandat" required />
      <Button disabled={isPending}>Renouveler</Button>
    </form>
  );
}
