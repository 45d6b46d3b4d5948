"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { inviteProspectAction } from "#lib/membership/prospects/sponsorship/actions";
import type { InvitationInput } from "#lib/membership/prospects/sponsorship/schema";

/** A member's own words, to somebody they know. */
export function InviteForm({ prospectId }: { prospectId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<InvitationInput>(inviteProspectAction, {
    id: "inviter",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="L’invitation n’est pas partie" errors={errors} />
      <input type="hidden" name="prospectId" value={prospectId} />
      <TextField {...fieldProps(fields.name)} label="Prénom et nom" autoComplete="off" required />
      <TextField
        {...fieldProps(fields.email, "email")}
        label="Adresse e-mail professionnelle"
        hint="Elle ne servira qu’à cette invitation."
        autoComplete="off"
        required
      />
      <TextAreaField
        {...fieldProps(fields.message)}
        label="Votre mot"
        hint="Pourquoi vous pensez à elle. Le lien vers la demande, déjà en partie remplie, est ajouté dessous."
        required
      />
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Envoyer l’invitation"}</Button>
    </form>
  );
}
