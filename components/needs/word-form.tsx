"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { FormState } from "#lib/platform/form-action";

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>;
  id: string;
  fields: Record<string, string>;
  label: string;
};

/** One message. */
export function WordForm({ action, id, fields: hidden, label }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ text: string }>(action, { id });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre message n’est pas parti" errors={errors} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextAreaField {...fieldProps(fields.text)} label={label} rows={3} maxLength={4_000} required />
      <Button kind="secondary" disabled={isPending}>
        Envoyer le message
      </Button>
    </form>
  );
}
