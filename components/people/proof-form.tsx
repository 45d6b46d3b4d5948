"use client";

import { ButtonForm } from "#components/forms/button-form";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { proveAgainAction, proveByLinkAction } from "#lib/people/sessions/actions";
import type { ProofInput } from "#lib/people/sessions/schema";

type Props = { email: string; hasPassword: boolean; next: string };

/** Before something that gives access to everything else: by password, or by a link to one's own mailbox. */
export function ProofForm({ email, hasPassword, next }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<ProofInput>(proveAgainAction, {
    id: "preuve",
    defaultValue: { next },
  });
  return (
    <>
      {hasPassword && (
        <form {...formProps}>
          <ErrorSummary title="Nous ne vous avons pas reconnu" errors={errors} />
          <input type="hidden" name="next" value={next} />
          <input type="email" name="username" value={email} autoComplete="username" readOnly hidden />
          <TextField
            {...fieldProps(fields.password, "password")}
            label="Mot de passe actuel"
            autoComplete="current-password"
            required
          />
          <Button disabled={isPending}>Confirmer que c’est moi</Button>
        </form>
      )}
      <ButtonForm
        action={proveByLinkAction}
        id="preuve-lien"
        fields={{ next }}
        kind={hasPassword ? "quiet" : "primary"}
        failure="Le message n’est pas parti"
      >
        {hasPassword ? "Confirmer plutôt par un lien" : "Recevoir un lien de confirmation"}
      </ButtonForm>
    </>
  );
}
