"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { HEADCOUNT_LABELS } from "#lib/dues/labels";
import { addRateAction } from "#lib/dues/schedule/actions";
import type { AddRateInput } from "#lib/dues/schedule/schema";
import { KIND_LABELS } from "#lib/structures/labels";

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** A new line of the schedule. */
export function RateForm({ validFrom }: { validFrom: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<AddRateInput>(addRateAction, {
    id: "bareme",
    defaultValue: { validFrom },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le barème n’a pas changé" errors={errors} />
      <SelectField
        {...fieldProps(fields.kind)}
        label="Type de structure"
        options={optionsOf(KIND_LABELS)}
        emptyLabel="Tous"
      />
      <SelectField
        {...fieldProps(fields.headcount)}
        label="Effectif"
        options={optionsOf(HEADCOUNT_LABELS)}
        emptyLabel="Tous"
      />
      <TextField
        {...fieldProps(fields.amount)}
        label="Montant annuel, en euros"
        hint="Par exemple 1 200,50"
        inputMode="decimal"
        autoComplete="off"
        required
      />
      <TextField
        {...fieldProps(fields.validFrom, "date")}
        label="Vaut à partir du"
        hint="Pour les années d’adhésion qui commencent ce jour-là ou plus tard."
        required
      />
      <TextField {...fieldProps(fields.note)} label="Note" hint="Par exemple l’assemblée qui l’a votée." />
      <Button disabled={isPending}>Ajouter au barème</Button>
    </form>
  );
}
