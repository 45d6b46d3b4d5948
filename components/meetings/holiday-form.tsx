"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { addSchoolHolidayAction } from "#lib/meetings/holidays/actions";
import type { HolidayInput } from "#lib/meetings/holidays/schema";

export function HolidayForm() {
  const { fields, formProps, errors, isPending } = useActionForm<HolidayInput>(addSchoolHolidayAction, {
    id: "vacances",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Les vacances ne sont pas ajoutées" errors={errors} />
      <TextField {...fieldProps(fields.name)} label="Nom" hint="« Toussaint », « hiver »…" required />
      <div className="field-pair">
        <TextField {...fieldProps(fields.firstDay, "date")} label="Premier jour" required />
        <TextField {...fieldProps(fields.lastDay, "date")} label="Dernier jour" required />
      </div>
      <Button kind="secondary" disabled={isPending}>
        Ajouter ces vacances
      </Button>
    </form>
  );
}
