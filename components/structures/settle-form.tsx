"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { settleMembershipAction } from "#lib/structures/register/actions";

type Props = { id: string; options: { value: string; label: string }[] };

/** What a structure becomes, and why: its people are told. */
export function SettleForm({ id, options }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ status: string; reason: string }>(
    settleMembershipAction,
    { id: "statut" },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title="Le statut ne change pas" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <CheckboxGroup
        kind="radio"
        name={fields.status.name}
        legend="La structure devient"
        options={options}
        error={fields.status.errors?.[0]}
        defaultValues={fields.status.initialValue ? [fields.status.initialValue] : []}
      />
      <TextAreaField
        {...fieldProps(fields.reason)}
        label="Raison"
        hint="Ses personnes la reçoivent par e-mail ; le journal la garde."
        rows={3}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer ce statut
      </Button>
    </form>
  );
}
