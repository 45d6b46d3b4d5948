"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { offerLeadAction } from "#lib/consortia/lead/actions";
import type { OfferLeadInput } from "#lib/consortia/lead/schema";

type Props = { id: string; others: { id: string; name: string }[]; successorId: string | null };

/** The mandatary's relay: proposed to a member, who accepts it; taken back by choosing nobody. */
export function OfferLeadForm({ id, others, successorId }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<OfferLeadInput>(offerLeadAction, {
    id: "relais",
    defaultValue: { structureId: successorId ?? "" },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Rien n’a changé" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <SelectField
        {...fieldProps(fields.structureId)}
        label="Passer le rôle de mandataire à"
        hint="Rien ne change avant que ce membre accepte. Vous pourrez ensuite quitter le groupement."
        emptyLabel="Personne"
        options={others.map((other) => ({ value: other.id, label: other.name }))}
      />
      <Button kind="secondary" disabled={isPending}>
        Proposer le rôle de mandataire
      </Button>
    </form>
  );
}
