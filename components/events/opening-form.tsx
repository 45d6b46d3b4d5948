"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { openRegistrationAction } from "#lib/events/registrations/desk/actions";

type Value = { capacity: string; deadlineDay: string; deadlineTime: string; guestsPerMember: string };

type Props = { eventId: string; now: Value; isOpen: boolean };

/** How many, until when, with how many guests. */
export function OpeningForm({ eventId, now, isOpen }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<Value>(openRegistrationAction, {
    id: "ouvrir",
    defaultValue: now,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title={isOpen ? "Rien n’a changé" : "Les inscriptions ne sont pas ouvertes"} errors={errors} />
      <input type="hidden" name="eventId" value={eventId} />
      <TextField
        {...fieldProps(fields.capacity, "number")}
        label="Places"
        hint={
          isOpen ? "Davantage de places : ceux qui attendent montent aussitôt, et sont prévenus." : "Invités compris."
        }
        inputMode="numeric"
        min={1}
        required
      />
      <div className="field-pair">
        <TextField {...fieldProps(fields.deadlineDay, "date")} label="S’inscrire avant le" required />
        <TextField {...fieldProps(fields.deadlineTime, "time")} label="à" required />
      </div>
      <TextField
        {...fieldProps(fields.guestsPerMember, "number")}
        label="Invités par adhérent"
        hint="Combien de personnes un adhérent connecté peut amener. Zéro : aucune."
        inputMode="numeric"
        min={0}
        required
      />
      <Button kind={isOpen ? "secondary" : "primary"} disabled={isPending}>
        {isPending ? "Envoi en cours…" : isOpen ? "Enregistrer" : "Ouvrir les inscriptions"}
      </Button>
    </form>
  );
}
