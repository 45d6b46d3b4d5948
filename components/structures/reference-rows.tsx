"use client";

import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { TextField } from "#components/forms/text-field";
import { fieldProps } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { ShowcaseForm } from "#lib/structures/showcase/schema";

type Props = {
  form: FormMetadata<ShowcaseForm, string[]>;
  field: FieldMetadata<ShowcaseForm["references"], ShowcaseForm, string[]>;
};

/** Work done: for whom, what, when. The page shows the latest first. */
export function ReferenceRows({ form, field }: Props) {
  return (
    <fieldset className="field rows" id={field.id}>
      <legend>Références</legend>
      <p className="field-hint">Ce que vous avez réalisé. La page montre les plus récentes d’abord.</p>
      {field.getFieldList().map((row, index) => {
        const { customer, work, year } = row.getFieldset();
        return (
          <div key={row.key} className="row-block">
            <TextField {...fieldProps(work)} label={`Réalisation ${index + 1}`} required />
            <TextField {...fieldProps(customer)} label="Pour qui" required />
            <TextField {...fieldProps(year)} label="Année" inputMode="numeric" required />
            <Button
              kind="quiet"
              {...form.remove.getButtonProps({ name: field.name, index })}
              aria-label={`Retirer la réalisation ${index + 1}`}
            >
              Retirer
            </Button>
          </div>
        );
      })}
      {field.errors && <p className="field-error">{field.errors[0]}</p>}
      <Button kind="secondary" {...form.insert.getButtonProps({ name: field.name })}>
        Ajouter une référence
      </Button>
    </fieldset>
  );
}
