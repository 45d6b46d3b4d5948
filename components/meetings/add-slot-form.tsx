"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { addSlotAction } from "#lib/meetings/polls/actions";

type Input = { pollId: string; day: string; time: string };

export function AddSlotForm({ pollId }: { pollId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<Input>(addSlotAction, { id: "ajouter" });
  return (
    <form {...formProps} className="form mt-8">
      <h3 className="mb-2 text-lg">Ajouter une date</h3>
      <ErrorSummary title="La date n’est pas ajoutée" errors={errors} />
      <input type="hidden" name="pollId" value={pollId} />
      <div className="field-pair">
        <TextField {...fieldProps(fields.day, "date")} label="Date" required />
        <TextField {...fieldProps(fields.time, "time")} label="Heure" required />
      </div>
      <Button kind="secondary" disabled={isPending}>
        Ajouter cette date
      </Button>
    </form>
  );
}
