"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { answerRequestAction } from "#lib/rooms/keeper/actions";
import type { KeeperAnswerInput } from "#lib/rooms/schema";

type Props = { token: string; isConfirmed: boolean; others: { value: string; label: string }[] };

/** Yes, no, or another room: no account, one button. */
export function KeeperForm({ token, isConfirmed, others }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<KeeperAnswerInput>(answerRequestAction, {
    id: "salle",
    defaultValue: { answer: isConfirmed ? undefined : "confirm" },
  });
  const options = [
    ...(isConfirmed ? [] : [{ value: "confirm", label: "Confirmer\u202f: la salle est prêtée" }]),
    {
      value: "decline",
      label: isConfirmed ? "Reprendre la salle\u202f: un empêchement" : "Refuser\u202f: elle ne peut pas l’être",
    },
    ...(others.length > 0 ? [{ value: "offer", label: "Proposer une autre salle, libre à cette heure" }] : []),
  ];
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre réponse n’est pas partie" errors={errors} />
      <input type="hidden" name="token" value={token} />
      <CheckboxGroup
        kind="radio"
        name={fields.answer.name}
        legend="Votre réponse"
        defaultValues={[String(fields.answer.initialValue ?? "")]}
        options={options}
        {...(fields.answer.errors?.[0] ? { error: fields.answer.errors[0] } : {})}
      />
      {others.length > 0 && (
        <SelectField
          {...fieldProps(fields.roomId)}
          label="L’autre salle"
          hint="Seulement si vous en proposez une."
          options={others}
          emptyLabel="Choisissez…"
        />
      )}
      <TextAreaField {...fieldProps(fields.note)} label="Un mot au responsable" rows={3} />
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Envoyer ma réponse"}</Button>
    </form>
  );
}
