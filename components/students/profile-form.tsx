"use client";

import type { DefaultValue } from "@conform-to/react";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { saveProfileAction } from "#lib/students/actions";
import type { ProfileForm as Form } from "#lib/students/schema";
import { ProfileFields } from "./profile-fields.tsx";

/** The profile, and two choices that are off until they are made. */
export function ProfileForm({
  profile,
}: {
  profile: DefaultValue<Form> & { isVisible?: boolean; keptLonger?: boolean };
}) {
  const { fields, formProps, errors, isPending } = useActionForm<Form>(saveProfileAction, {
    id: "profil",
    defaultValue: profile,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre profil n’est pas enregistré" errors={errors} />
      <ProfileFields fields={fields} />
      <fieldset className="field">
        <legend>Ce que vous acceptez</legend>
        <label className="field-choice">
          <input type="checkbox" name="isVisible" defaultChecked={profile.isVisible} />
          <span>
            Les entreprises du club peuvent me trouver et m’inviter à candidater. Elles lisent mon prénom, mon diplôme,
            mes dates, ma commune et ce que je sais faire ; ni mon nom, ni mon adresse, ni mon CV.
          </span>
        </label>
        <label className="field-choice">
          <input type="checkbox" name="keptLonger" defaultChecked={profile.keptLonger} />
          <span>Garder mes candidatures deux ans plutôt que trois mois, pour une autre occasion.</span>
        </label>
      </fieldset>
      <Button disabled={isPending}>{isPending ? "Un instant…" : "Enregistrer mon profil"}</Button>
    </form>
  );
}
