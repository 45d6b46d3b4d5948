"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { declareSubcontractorAction } from "#lib/consortia/parts/actions";
import type { SubcontractorInput } from "#lib/consortia/parts/schema";

type Props = { id: string; lots: { id: string; number: number; title: string }[] };

export function SubcontractorForm({ id, lots }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<SubcontractorInput>(declareSubcontractorAction, {
    id: "sous-traitant",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le sous-traitant n’est pas déclaré" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <SelectField
        {...fieldProps(fields.lotId)}
        label="Lot"
        emptyLabel="Choisissez un lot"
        options={lots.map((lot) => ({ value: lot.id, label: `Lot ${lot.number} – ${lot.title}` }))}
        required
      />
      <TextField {...fieldProps(fields.name)} label="Sous-traitant" maxLength={200} required />
      <TextAreaField {...fieldProps(fields.work)} label="Ce qu’il fera" rows={2} maxLength={1_000} required />
      <Button kind="secondary" disabled={isPending}>
        Déclarer ce sous-traitant
      </Button>
    </form>
  );
}
