"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { rateNeedAction } from "#lib/needs/follow/actions";
import { SATISFACTION_LABELS } from "#lib/needs/labels";

/** Asked once. */
export function RateNeedForm({ token }: { token: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<{ satisfaction: string; comment: string }>(
    rateNeedAction,
    { id: "avis" },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre avis n’est pas parti" errors={errors} />
      <input type="hidden" name="token" value={token} />
      <CheckboxGroup
        name="satisfaction"
        kind="radio"
        legend="Êtes-vous satisfait de l’adhérent que vous avez retenu ?"
        error={fields.satisfaction.errors?.[0]}
        options={SATISFACTION_LABELS.map((label, index) => ({ value: String(index + 1), label }))}
        defaultValues={[fields.satisfaction.initialValue ?? ""]}
      />
      <TextAreaField {...fieldProps(fields.comment)} label="Un mot pour le club" rows={3} maxLength={4_000} />
      <Button disabled={isPending}>Envoyer mon avis</Button>
    </form>
  );
}
