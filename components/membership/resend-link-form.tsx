"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { resendLinksAction } from "#lib/membership/applications/actions";
import type { ResendLinkInput } from "#lib/membership/applications/schema";

/** For whoever lost the message: the answer is the same whether there is an application or not. */
export function ResendLinkForm() {
  const { fields, formProps, errors, isPending } = useActionForm<ResendLinkInput>(resendLinksAction, { id: "renvoi" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le lien n’est pas reparti" errors={errors} />
      <TextField
        {...fieldProps(fields.email, "email")}
        label="Adresse e-mail de la demande"
        autoComplete="email"
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Renvoyer le lien
      </Button>
    </form>
  );
}
