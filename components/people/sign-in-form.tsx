"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { EntryInput } from "#lib/people/schema";
import { enterAction } from "#lib/people/sessions/actions";
import { paths } from "#lib/platform/paths";

/** One address, two ways in: a password, or a link by e-mail. The button pressed says which. */
export function SignInForm({ next }: { next: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<EntryInput>(enterAction, {
    id: "connexion",
    defaultValue: { next },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La connexion n’a pas abouti" errors={errors} />
      <input type="hidden" name="next" value={next} />
      <TextField
        {...fieldProps(fields.email, "email")}
        label="Adresse e-mail"
        autoComplete="username"
        inputMode="email"
        required
      />
      <TextField
        {...fieldProps(fields.password, "password")}
        label="Mot de passe"
        autoComplete="current-password"
        required
      />
      <p className="entry-actions">
        <Button name="means" value="password" disabled={isPending}>
          {isPending ? "Connexion en cours…" : "Se connecter"}
        </Button>
        <a href={paths.forgottenPassword}>Mot de passe oublié ?</a>
      </p>
      <p className="entry-or">
        <span>ou, sans mot de passe</span>
      </p>
      <p className="entry-actions">
        <Button name="means" value="link" kind="secondary" disabled={isPending}>
          Recevoir un lien de connexion
        </Button>
        <span className="field-hint">Un message part à l’adresse saisie plus haut.</span>
      </p>
    </form>
  );
}
