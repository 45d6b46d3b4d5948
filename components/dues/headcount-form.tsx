"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { HEADCOUNT_LABELS } from "#lib/dues/labels";
import { noteHeadcountAction } from "#lib/dues/schedule/actions";
import type { HeadcountInput } from "#lib/dues/schedule/schema";

/** How many people work there, for the schedules that depend on it. */
export function HeadcountForm({ structure, slug, headcount }: HeadcountInput & { slug: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<HeadcountInput>(noteHeadcountAction, {
    id: "effectif",
    defaultValue: headcount ? { headcount } : {},
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="L’effectif n’est pas enregistré" errors={errors} />
      <input type="hidden" name="structure" value={structure} />
      <input type="hidden" name="slug" value={slug} />
      <SelectField
        {...fieldProps(fields.headcount)}
        label="Effectif"
        hint="Il compte au prochain appel, si le barème en dépend."
        options={Object.entries(HEADCOUNT_LABELS).map(([value, label]) => ({ value, label }))}
        emptyLabel="Inconnu"
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer l’effectif
      </Button>
    </form>
  );
}
