"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { suspendPersonAction } from "#lib/people/accounts/actions";

type Props = { person: { id: string; name: string } /** The page to come back to. */; back: string };

/** Closes the door to somebody, folded until it is meant. */
export function SuspendForm({ person, back }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ reason: string }>(suspendPersonAction, {
    id: `suspendre-${person.id}`,
  });
  return (
    <details className="fold" open={errors.length > 0 || undefined}>
      <summary>Suspendre l’accès de {person.name}</summary>
      <form {...formProps}>
        <ErrorSummary title="L’accès n’est pas suspendu" errors={errors} />
        <input type="hidden" name="personId" value={person.id} />
        <input type="hidden" name="back" value={back} />
        <TextAreaField
          {...fieldProps(fields.reason)}
          label="Raison"
          hint="La personne la reçoit par e-mail ; le journal la garde."
          rows={3}
          required
        />
        <Button kind="secondary" disabled={isPending}>
          Suspendre l’accès
        </Button>
      </form>
    </details>
  );
}
