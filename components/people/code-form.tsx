"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { signInByCodeAction } from "#lib/people/links/actions";
import type { CodeInput } from "#lib/people/links/schema";

/** The six digits of the message. */
export function CodeForm() {
  const { fields, formProps, errors, isPending } = useActionForm<CodeInput>(signInByCodeAction, { id: "code" });
  return (
    <form {...formProps}>
      <ErrorSummary title="La connexion n’a pas abouti" errors={errors} />
      <TextField
        {...fieldProps(fields.code)}
        label="Code à six chiffres"
        autoComplete="one-time-code"
        inputMode="numeric"
        className="field-control field-digits"
        required
      />
      <Button disabled={isPending}>{isPending ? "Connexion en cours…" : "Me connecter"}</Button>
    </form>
  );
}
