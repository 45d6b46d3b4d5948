"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { STEP_ACTIONS } from "#lib/expectations/labels";
import { NEXT_STATES } from "#lib/expectations/rules";
import { takeStepAction } from "#lib/expectations/study/actions";
import type { TakeStepInput } from "#lib/expectations/study/schema";
import type { ExpectationState } from "#lib/generated/prisma/enums";

type Props = {
  id: string;
  state: ExpectationState;
  /** How many steps were taken so far. */
  steps: number;
  decisions: { number: string; title: string }[];
};

/** The answer of the lead or of the board: where the expectation goes next, and why. */
export function StepForm({ id, state, steps, decisions }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<TakeStepInput>(takeStepAction, { id: "suite" });
  const next = NEXT_STATES[state];
  if (next.length === 0) return <p>Cette attente est réalisée : elle n’attend plus de suite.</p>;
  const wrong = fields.state.errors?.[0];
  return (
    <form {...formProps}>
      <ErrorSummary title="La réponse n’est pas enregistrée" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="position" value={steps + 1} />
      <CheckboxGroup
        kind="radio"
        name={fields.state.name}
        legend="Quelle suite ?"
        defaultValues={next.length === 1 ? next : []}
        options={next.map((value) => ({ value, label: STEP_ACTIONS[value] }))}
        {...(wrong ? { error: wrong } : {})}
      />
      <TextAreaField
        {...fieldProps(fields.reason)}
        label="Ce que vous répondez"
        hint="Ceux qui suivent cette attente le liront. Obligatoire pour l’écarter."
        rows={4}
        maxLength={2_000}
      />
      <SelectField
        {...fieldProps(fields.decision)}
        label="Décision"
        hint="Celle d’une réunion, si c’en est une."
        emptyLabel="Aucune"
        options={decisions.map(({ number, title }) => ({ value: number, label: `${number} – ${title}` }))}
      />
      <Button disabled={isPending}>Enregistrer la réponse</Button>
    </form>
  );
}
