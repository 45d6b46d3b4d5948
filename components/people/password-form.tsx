"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { choosePasswordAction } from "#lib/people/password/actions";
import { PASSWORD_LEAST } from "#lib/people/password/rules";
import type { PasswordInput } from "#lib/people/password/schema";

/** A new password; whose it is goes with it for password managers. */
export function PasswordForm({ email }: { email: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<PasswordInput>(choosePasswordAction, {
    id: "mot-de-passe",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le mot de passe n’a pas changé" errors={errors} />
      <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
      <TextField
        {...fieldProps(fields.password, "password")}
        label="Nouveau mot de passe"
        hint={`Au moins ${PASSWORD_LEAST} caractères. Une petite phrase se retient mieux qu’un mot compliqué\u202f; vous pouvez coller.`}
        autoComplete="new-password"
        required
      />
      <Button disabled={isPending}>{isPending ? "Enregistrement…" : "Enregistrer ce mot de passe"}</Button>
    </form>
  );
}
