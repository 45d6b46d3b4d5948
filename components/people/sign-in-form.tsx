"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { SignInInput } from "#lib/people/schema";
import { signInAction } from "#lib/people/sessions/actions";

/** Address and password. */
export function SignInForm({ next }: { next: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<SignInInput>(signInAction, {
    id: "connexion",
    defaultValue: { next },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La connexion n’a pas abouti" errors={errors} />
      <input type="hidden" name="next" value={next} />
      <TextField {...fieldProps(fields.email, "email")} label="Adresse e-mail" autoComplete="username" required />
      <TextField
        {...fieldProps(fields.password, "password")}
        label="Mot de passe"
        autoComplete="current-password"
        required
      />
      <Button disabled={isPending}>{isPending ? "Connexion en cours…" : "Se connecter"}</Button>
    </form>
  );
}
