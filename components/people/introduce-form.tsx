"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { introduceMyselfAction } from "#lib/people/affiliations/actions";
import type { IntroduceInput } from "#lib/people/affiliations/schema";
import { PERSON_VISIBILITY_CHOICES } from "#lib/people/labels";

/** How one is named for the structure, and to whom. */
export function IntroduceForm(own: IntroduceInput) {
  const { fields, formProps, errors, isPending } = useActionForm<IntroduceInput>(introduceMyselfAction, {
    id: "ma-place",
    defaultValue: own,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Rien n’a changé" errors={errors} />
      <input type="hidden" name="structureId" value={own.structureId} />
      <TextField {...fieldProps(fields.position)} label="Votre fonction" />
      <CheckboxGroup
        kind="radio"
        name={fields.visibility.name}
        legend="Qui voit votre nom sur la fiche"
        hint="Votre choix seul compte : personne d’autre ne peut vous y faire paraître."
        options={PERSON_VISIBILITY_CHOICES}
        defaultValues={[fields.visibility.initialValue ?? "hidden"]}
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer ma place
      </Button>
    </form>
  );
}
