"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { eraseOwnAccountAction } from "#lib/privacy/actions";
import type { EraseInput } from "#lib/privacy/schema";

/** Nothing brings an erased account back: one's own address is typed first. */
export function EraseAccountForm({ email }: { email: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<EraseInput>(eraseOwnAccountAction, { id: "effacer" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre compte n’est pas effacé" errors={errors} />
      <TextField
        {...fieldProps(fields.confirmation)}
        label="Pour confirmer, tapez votre adresse e-mail"
        hint={email}
        autoComplete="off"
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Effacer mon compte pour toujours
      </Button>
    </form>
  );
}
