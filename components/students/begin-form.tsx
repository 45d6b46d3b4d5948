"use client";

import type { DefaultValue } from "@conform-to/react";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { beginApplicationAction } from "#lib/internships/applications/actions";
import type { BeginForm as Form } from "#lib/internships/applications/schema";
import { ProfileFields } from "./profile-fields.tsx";

type Props = { offer: string; profile: DefaultValue<Form> };

/** The message first: it is what the offer is about. Then who writes. */
export function BeginForm({ offer, profile }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<Form>(beginApplicationAction, {
    id: "candidature",
    defaultValue: { ...profile, offer },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre brouillon n’est pas encore enregistré" errors={errors} />
      <input type="hidden" name="offer" value={offer} />
      <TextAreaField
        {...fieldProps(fields.message)}
        label="Votre message"
        hint="Quelques lignes : ce qui vous attire dans ces missions, ce que vous aimeriez apprendre. Vous pourrez le reprendre avant l’envoi."
        rows={7}
        maxLength={4_000}
      />
      <ProfileFields fields={fields} />
      <Button disabled={isPending}>{isPending ? "Un instant…" : "Continuer"}</Button>
    </form>
  );
}
