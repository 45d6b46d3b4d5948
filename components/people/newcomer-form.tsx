"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { welcomeNewcomerAction } from "#lib/people/links/actions";
import type { NewcomerInput } from "#lib/people/links/schema";

/** Name and address: a link leaves, which makes the account when there is none. */
export function NewcomerForm({ next }: { next: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<NewcomerInput>(welcomeNewcomerAction, {
    id: "postuler",
    defaultValue: { next },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le message n’est pas parti" errors={errors} />
      <input type="hidden" name="next" value={next} />
      <TextField {...fieldProps(fields.firstName)} label="Prénom" autoComplete="given-name" required />
      <TextField {...fieldProps(fields.lastName)} label="Nom" autoComplete="family-name" required />
      <TextField
        {...fieldProps(fields.email, "email")}
        label="Adresse e-mail"
        hint="Celle que vous lisez sur cet appareil : le lien y arrive tout de suite."
        autoComplete="email"
        inputMode="email"
        required
      />
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Recevoir mon lien"}</Button>
    </form>
  );
}
