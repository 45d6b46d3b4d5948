"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { proposeInterviewAction } from "#lib/internships/applications/interviews/actions";
import type { ProposalForm } from "#lib/internships/applications/interviews/schema";

const MINUTES = ["15", "30", "45", "60", "90"];

/** Up to three moments; the student chooses one. */
export function ProposeInterviewForm({ applicationId }: { applicationId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<ProposalForm>(proposeInterviewAction, {
    id: "entretien",
    defaultValue: { slots: [{}, {}, {}], minutes: "30" },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Aucun créneau n’est proposé" errors={errors} />
      <input type="hidden" name="applicationId" value={applicationId} />
      {fields.slots.getFieldList().map((slot, at) => {
        const { day, time } = slot.getFieldset();
        return (
          <div key={slot.key} className="slot-fields">
            <TextField {...fieldProps(day, "date")} label={`Créneau ${at + 1}, le`} required={at === 0} />
            <TextField {...fieldProps(time, "time")} label="à" required={at === 0} />
          </div>
        );
      })}
      <SelectField
        {...fieldProps(fields.minutes)}
        label="Durée"
        options={MINUTES.map((value) => ({ value, label: `${value} minutes` }))}
        required
      />
      <TextField
        {...fieldProps(fields.place)}
        label="Où, ou comment"
        hint="Une adresse, ou « par téléphone » avec le numéro."
        required
      />
      <Button kind="secondary" disabled={isPending}>
        {isPending ? "Envoi en cours…" : "Proposer ces créneaux"}
      </Button>
    </form>
  );
}
