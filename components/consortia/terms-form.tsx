"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { changeTermsAction } from "#lib/consortia/actions";
import type { ConsortiumTermsInput } from "#lib/consortia/schema";
import { FormChoice } from "./form-choice.tsx";

type Props = { consortium: Pick<ConsortiumTermsInput, "id" | "form" | "justification"> };

/** The form of the groupement and its reasons, while it is being built. */
export function TermsForm({ consortium: { id, form, justification } }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<ConsortiumTermsInput>(changeTermsAction, {
    id: "termes",
    defaultValue: { form, justification },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Rien n’a changé" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <FormChoice name={fields.form.name} id={fields.form.id} value={form} error={fields.form.errors?.[0]} />
      <TextAreaField {...fieldProps(fields.justification)} label="Pourquoi répondre ensemble" rows={5} required />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer la forme et les raisons
      </Button>
    </form>
  );
}
