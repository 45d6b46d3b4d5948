"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { endMandateAction } from "#lib/mandates/actions";

type Props = { id: string; endsOn: string; isPresident: boolean };

/** The last day of a mandate, earlier than planned. */
export function EndForm({ id, endsOn, isPresident }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ endsOn: string; confirmed: string }>(
    endMandateAction,
    { id: "fin", defaultValue: { endsOn } },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title="Le mandat ne change pas" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextField
        {...fieldProps(fields.endsOn, "date")}
        label="Dernier jour du mandat"
        hint="Ce jour est compris : les droits s’arrêtent le lendemain. Pour les retirer aussitôt, donnez la date d’hier."
        required
      />
      {isPresident && (
        <CheckboxGroup
          name={fields.confirmed.name}
          legend="Présidence"
          error={fields.confirmed.errors?.[0]}
          options={[{ value: "on", label: "Je sais que personne ne présidera le club après ce jour." }]}
        />
      )}
      <Button kind="secondary" disabled={isPending}>
        Mettre fin au mandat
      </Button>
    </form>
  );
}
