"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { acceptInvitationAction } from "#lib/people/invitations/actions";
import type { AcceptInput } from "#lib/people/invitations/schema";

type Props = { token: string; structure: string; asksName: boolean; firstName: string; lastName: string };

/** One button, and the name of whoever the club does not know yet. */
export function AcceptInvitationForm({ token, structure, asksName, firstName, lastName }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<AcceptInput>(acceptInvitationAction, {
    id: "invitation",
    defaultValue: { token, firstName, lastName },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="L’invitation n’est pas acceptée" errors={errors} />
      <input type="hidden" name="token" value={token} />
      {asksName && (
        <>
          <TextField {...fieldProps(fields.firstName)} label="Prénom" autoComplete="given-name" required />
          <TextField {...fieldProps(fields.lastName)} label="Nom" autoComplete="family-name" required />
        </>
      )}
      <Button disabled={isPending}>{isPending ? "Un instant…" : `Rejoindre ${structure}`}</Button>
    </form>
  );
}
