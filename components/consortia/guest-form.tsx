"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { inviteGuestAction } from "#lib/consortia/guests/actions";
import type { InviteGuestInput } from "#lib/consortia/guests/schema";

/** The one way in for somebody of no member: by name, to read, and revocable. */
export function GuestForm({ id }: { id: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<InviteGuestInput>(inviteGuestAction, {
    id: "lecture",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="L’accès n’est pas ouvert" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextField
        {...fieldProps(fields.email, "email")}
        label="Adresse e-mail de la personne"
        hint="Celle de son compte sur le portail. Elle lira cet espace, sauf les prix et les dossiers confidentiels, tant que votre structure est membre. Vous pourrez lui retirer l’accès."
        autoComplete="off"
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Inviter cette personne à lire
      </Button>
    </form>
  );
}
