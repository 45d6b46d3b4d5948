"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { invitePersonAction } from "#lib/people/invitations/actions";
import type { InviteInput } from "#lib/people/invitations/schema";
import { ROLE_CHOICES } from "#lib/people/labels";

/** An address, a role: the person answers from their mailbox. */
export function InviteForm({ structureId }: { structureId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<InviteInput>(invitePersonAction, {
    id: "inviter",
    defaultValue: { structureId, role: "colleague" },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="L’invitation n’est pas partie" errors={errors} />
      <input type="hidden" name="structureId" value={structureId} />
      <TextField
        {...fieldProps(fields.email, "email")}
        label="Adresse e-mail"
        hint="Une personne déjà connue du club garde son compte."
        autoComplete="off"
        required
      />
      <TextField {...fieldProps(fields.position)} label="Fonction" hint="Par exemple « Technicienne réseau »." />
      <CheckboxGroup
        kind="radio"
        name={fields.role.name}
        legend="Rôle"
        options={ROLE_CHOICES}
        defaultValues={[fields.role.initialValue ?? "colleague"]}
        {...(fields.role.errors?.[0] ? { error: fields.role.errors[0] } : {})}
      />
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Envoyer l’invitation"}</Button>
    </form>
  );
}
