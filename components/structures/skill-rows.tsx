"use client";

import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { fieldProps } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { ShowcaseForm } from "#lib/structures/showcase/schema";

type Props = {
  form: FormMetadata<ShowcaseForm, string[]>;
  field: FieldMetadata<ShowcaseForm["skills"], ShowcaseForm, string[]>;
  labels: string[];
};

/** Skills in the order that counts: proposed from the shared list, or in one's own words. */
export function SkillRows({ form, field, labels }: Props) {
  const rows = field.getFieldList();
  return (
    <fieldset className="field rows" id={field.id}>
      <legend>Compétences</legend>
      <p className="field-hint">
        Les plus importantes d’abord. Choisissez dans la liste proposée, qui apporte les mots des acheteurs, ou écrivez
        les vôtres.
      </p>
      <datalist id="competences-connues">
        {labels.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
      {rows.map((row, index) => {
        const { error, ...input } = fieldProps(row);
        return (
          <div key={row.key} className="row">
            <input
              {...input}
              className="field-control"
              list="competences-connues"
              aria-label={`Compétence ${index + 1}`}
              aria-invalid={error ? true : undefined}
            />
            {index > 0 && (
              <Button
                kind="quiet"
                {...form.reorder.getButtonProps({ name: field.name, from: index, to: index - 1 })}
                aria-label={`Monter la compétence ${index + 1}`}
              >
                Monter
              </Button>
            )}
            <Button
              kind="quiet"
              {...form.remove.getButtonProps({ name: field.name, index })}
              aria-label={`Retirer la compétence ${index + 1}`}
            >
              Retirer
            </Button>
            {error && <p className="field-error">{error}</p>}
          </div>
        );
      })}
      {field.errors && <p className="field-error">{field.errors[0]}</p>}
      <Button kind="secondary" {...form.insert.getButtonProps({ name: field.name })}>
        Ajouter une compétence
      </Button>
    </fieldset>
  );
}
