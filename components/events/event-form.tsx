"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { announceEventAction, changeEventAction } from "#lib/events/hosting/actions";

/** The fields as a browser holds them. */
type Value = {
  title: string;
  description: string;
  day: string;
  from: string;
  to: string;
  place: string;
  commission: string;
};

type Props = {
  /** A new one, of these commissions or of none; or the one to be changed. */
  purpose:
    | { kind: "new"; commissions: { value: string; label: string }[]; mustChoose: boolean }
    | { kind: "change"; eventId: string; now: Omit<Value, "commission"> };
};

/** What, when, where: the same for an event that is announced and one that changes. */
export function EventForm({ purpose }: Props) {
  const isNew = purpose.kind === "new";
  const { fields, formProps, errors, isPending } = useActionForm<Value>(
    isNew ? announceEventAction : changeEventAction,
    {
      id: isNew ? "annoncer" : "changer",
      defaultValue: isNew
        ? { commission: purpose.mustChoose ? (purpose.commissions[0]?.value ?? "") : "" }
        : purpose.now,
    },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title={isNew ? "Le rendez-vous n’est pas annoncé" : "Rien n’a changé"} errors={errors} />
      {purpose.kind === "change" && <input type="hidden" name="eventId" value={purpose.eventId} />}
      <TextField {...fieldProps(fields.title)} label="Titre" required />
      <div className="field-pair">
        <TextField {...fieldProps(fields.day, "date")} label="Date" required />
        <TextField {...fieldProps(fields.from, "time")} label="Début" required />
        <TextField {...fieldProps(fields.to, "time")} label="Fin" required />
      </div>
      <TextField {...fieldProps(fields.place)} label="Lieu" hint="Le nom et la commune." required />
      <TextAreaField {...fieldProps(fields.description)} label="Présentation" hint="Le public la lit dans l’agenda." />
      {purpose.kind === "new" && (
        <SelectField
          {...fieldProps(fields.commission)}
          label="Commission"
          options={purpose.commissions}
          {...(purpose.mustChoose ? { required: true } : { emptyLabel: "Aucune : tout le club" })}
        />
      )}
      <Button kind={isNew ? "primary" : "secondary"} disabled={isPending}>
        {isPending ? "Envoi en cours…" : isNew ? "Annoncer le rendez-vous" : "Enregistrer et prévenir les inscrits"}
      </Button>
    </form>
  );
}
