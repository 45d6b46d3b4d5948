"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { MAJORITY_LABELS } from "#lib/assemblies/labels";
import { addResolutionAction } from "#lib/assemblies/resolutions/actions";
import type { ResolutionFields } from "#lib/assemblies/resolutions/schema";

type Props = { assemblyId: string; slug: string; majority: ResolutionFields["majority"] };

/** Something more to vote on: a text, or people for seats. */
export function ResolutionForm({ assemblyId, slug, majority }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<ResolutionFields>(addResolutionAction, {
    id: "resolution",
    defaultValue: { kind: "decision", majority, seats: 1 },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La résolution n’est pas ajoutée" errors={errors} />
      <input type="hidden" name="assemblyId" value={assemblyId} />
      <input type="hidden" name="slug" value={slug} />
      <CheckboxGroup
        kind="radio"
        name={fields.kind.name}
        legend="Ce que l’on vote"
        defaultValues={[String(fields.kind.initialValue ?? "decision")]}
        options={[
          { value: "decision", label: "Un texte\u202f: pour, contre, abstention" },
          { value: "election", label: "Des personnes\u202f: une élection" },
        ]}
      />
      <TextField {...fieldProps(fields.title)} label="Titre" required />
      <TextAreaField {...fieldProps(fields.text)} label="Texte de la résolution" rows={4} />
      <SelectField
        {...fieldProps(fields.majority)}
        label="Majorité"
        options={Object.entries(MAJORITY_LABELS).map(([value, label]) => ({ value, label }))}
        required
      />
      <CheckboxGroup
        name={fields.isSecret.name}
        legend="Secret du vote"
        hint="Pour des personnes, ou à la demande : personne ne pourra rattacher un bulletin à un votant, pas même dans la base de données."
        options={[{ value: "on", label: "À bulletin secret" }]}
        defaultValues={fields.isSecret.initialValue ? ["on"] : []}
      />
      <TextField
        {...fieldProps(fields.seats)}
        label="Sièges à pourvoir"
        hint="Pour une élection."
        inputMode="numeric"
      />
      <TextAreaField
        {...fieldProps(fields.candidates)}
        label="Candidats"
        hint="Pour une élection : un nom par ligne. La liste peut changer jusqu’à l’ouverture du vote."
        rows={4}
      />
      <Button kind="secondary" disabled={isPending}>
        Ajouter au vote
      </Button>
    </form>
  );
}
