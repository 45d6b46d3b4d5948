"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { requestSignInLinkAction } from "#lib/people/links/actions";
import type { LinkRequestInput } from "#lib/people/links/schema";

/** An address, to which a link is sent that leads to `next`. */
export function LinkRequestForm({ next }: { next: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<LinkRequestInput>(requestSignInLinkAction, {
    id: "demande",
    defaultValue: { next },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le message n’est pas parti" errors={errors} />
      <input type="hidden" name="next" value={next} />
      <TextField
        {...fieldProps(fields.email, "email")}
        label="Adresse e-mail"
        autoComplete="username"
        inputMode="email"
        required
      />
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Recevoir un lien"}</Button>
    </form>
  );
}
