"use client";

import type { FieldMetadata } from "@conform-to/react";
import { TextField } from "#components/forms/text-field";
import { fieldProps } from "#components/forms/use-action-form";
import type { ShowcaseForm } from "#lib/structures/showcase/schema";

type Props = {
  field: FieldMetadata<ShowcaseForm["references"], ShowcaseForm, string[]>;
};

/** Work done: for whom, what, when. The page shows the latest first. */
export function ReferenceRows({ field }: Props) {
  return (
    <fieldset className="field rows" id={field.id}>
      <legend>Références</legend>
      <p className="field-hint">
        Ce que vous avez réalisé. La page montre les plus récentes d’abord. Une ligne vidée est retirée ; deux lignes
        vides en attendent d’autres.
      </p>
      {field.getFieldList().map((row, index) => {
        const { customer, work, year } = row.getFieldset();
        return (
          <div key={row.key} className="row-block">
            <TextField {...fieldProps(work)} label={`Réalisation ${index + 1}`} />
            <TextField {...fieldProps(customer)} label="Pour qui" />
            <TextField {...fieldProps(year)} label="Année" inputMode="numeric" />
          </div>
        );
      })}
      {field.errors && <p className="field-error">{field.errors[0]}</p>}
    </fieldset>
  );
}
