"use client";

import { getFormProps, getInputProps, useForm } from "@conform-to/react";
import { startTransition, useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { Button } from "#components/ui/button";
import type { SignInInput } from "#lib/people/schema";
import { signInAction } from "#lib/people/sessions/actions";

/** Works as a plain form too: the script only spares the page load and keeps the cursor in place. */
export function SignInForm({ next }: { next: string }) {
  const [lastResult, action, isPending] = useActionState(signInAction, undefined);
  const [form, fields] = useForm<SignInInput>({
    id: "connexion",
    lastResult,
    defaultValue: { next },
    // React resets a form after its action: sending it ourselves keeps what was typed.
    onSubmit(event, { formData }) {
      event.preventDefault();
      startTransition(() => action(formData));
    },
  });
  const { key: emailKey, ...email } = getInputProps(fields.email, { type: "email" });
  const { key: passwordKey, ...password } = getInputProps(fields.password, { type: "password" });
  const { key: nextKey, ...nextPath } = getInputProps(fields.next, { type: "hidden" });
  return (
    <form {...getFormProps(form)} action={action} noValidate className="form">
      <ErrorSummary
        title="La connexion n’a pas abouti"
        errors={[
          ...(form.errors ?? []).map((message) => ({ message })),
          ...[fields.email, fields.password].flatMap((field) =>
            (field.errors ?? []).map((message) => ({ field: field.id, message })),
          ),
        ]}
      />
      <input key={nextKey} {...nextPath} />
      <TextField
        key={emailKey}
        {...email}
        label="Adresse e-mail"
        autoComplete="username"
        required
        error={fields.email.errors?.[0]}
      />
      <TextField
        key={passwordKey}
        {...password}
        label="Mot de passe"
        autoComplete="current-password"
        required
        error={fields.password.errors?.[0]}
      />
      <Button disabled={isPending}>{isPending ? "Connexion en cours…" : "Se connecter"}</Button>
    </form>
  );
}
