"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { MONTH_LABELS, PRO_RATA_LABELS } from "#lib/dues/labels";
import { changeFeeRulesAction } from "#lib/dues/schedule/actions";
import type { FeeRulesInput } from "#lib/dues/schedule/schema";

/** How the club asks for its dues: `values` as they are typed. */
export function FeeRulesForm({ values }: { values: Record<keyof FeeRulesInput, string> }) {
  const { fields, formProps, errors, isPending } = useActionForm<typeof values>(changeFeeRulesAction, {
    id: "reglages",
    defaultValue: values,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Les réglages ne sont pas enregistrés" errors={errors} />
      <SelectField
        {...fieldProps(fields.firstMonth)}
        label="L’année d’adhésion commence en"
        options={MONTH_LABELS.map((label, index) => ({ value: String(index + 1), label }))}
        required
      />
      <SelectField
        {...fieldProps(fields.proRata)}
        label="Qui arrive en cours d’année doit"
        options={Object.entries(PRO_RATA_LABELS).map(([value, label]) => ({ value, label }))}
        required
      />
      <TextField
        {...fieldProps(fields.dueInDays)}
        label="Délai de règlement, en jours après l’appel"
        inputMode="numeric"
        required
      />
      <TextField
        {...fieldProps(fields.reminderDays)}
        label="Relances, en jours de retard"
        hint="Par exemple 15, 30, 60. Elles partent d’elles-mêmes le matin."
        required
      />
      <TextField
        {...fieldProps(fields.lapseAfterDays)}
        label="Sortie de l’annuaire, en jours de retard"
        hint="L’adhérent est prévenu deux semaines avant, et revient dès son règlement enregistré."
        inputMode="numeric"
        required
      />
      <TextField {...fieldProps(fields.iban)} label="IBAN du club" autoComplete="off" />
      <TextField {...fieldProps(fields.chequePayableTo)} label="Ordre des chèques" autoComplete="off" />
      <TextAreaField
        {...fieldProps(fields.vatMention)}
        label="Mention de TVA"
        hint="À demander à votre comptable. Vide : les documents n’en disent rien."
        rows={3}
      />
      <Button disabled={isPending}>Enregistrer les réglages</Button>
    </form>
  );
}
