"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { openConsortiumAction } from "#lib/consortia/actions";
import { CANDIDACY_LABELS } from "#lib/tenders/labels";
import { FormChoice } from "./form-choice.tsx";

interface Lot {
  id: string;
  number: number;
  title: string;
  rule: keyof typeof CANDIDACY_LABELS;
  isLedByUs: boolean;
}

type Fields = { tenderId: string; lots: string[]; form: string; justification: string };

/** Which lots, how the members are bound, and why together. Those that one already leads are not offered. */
export function OpenForm({ tenderId, lots }: { tenderId: string; lots: Lot[] }) {
  const free = lots.filter(({ isLedByUs }) => !isLedByUs);
  const { fields, formProps, errors, isPending } = useActionForm<Fields>(openConsortiumAction, {
    id: "ouvrir",
    defaultValue: { lots: free.length === 1 ? free.map(({ id }) => id) : [] },
  });
  const wrong = fields.lots.errors?.[0];
  const chosen = fields.lots.initialValue;
  return (
    <form {...formProps}>
      <ErrorSummary title="Le groupement n’est pas ouvert" errors={errors} />
      <input type="hidden" name="tenderId" value={tenderId} />
      <CheckboxGroup
        id={fields.lots.id}
        name={fields.lots.name}
        legend="Les lots auxquels vous répondez ensemble"
        hint="Une structure est mandataire d’un seul groupement par lot (article R2142-23)."
        options={free.map(({ id, number, title, rule }) => ({
          value: id,
          label: `Lot ${number} – ${title} (plusieurs candidatures\u202f: ${CANDIDACY_LABELS[rule].toLowerCase()})`,
        }))}
        defaultValues={Array.isArray(chosen) ? chosen.map(String) : []}
        {...(wrong ? { error: wrong } : {})}
      />
      <FormChoice name={fields.form.name} id={fields.form.id} error={fields.form.errors?.[0]} />
      <TextAreaField
        {...fieldProps(fields.justification)}
        label="Pourquoi répondre ensemble"
        hint="La raison technique ou économique : ce qu’aucun ne pourrait faire seul. Elle est gardée et lue par les membres."
        rows={5}
        maxLength={4_000}
        required
      />
      <Button disabled={isPending}>Ouvrir le groupement</Button>
    </form>
  );
}
