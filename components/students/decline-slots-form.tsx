"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { declineSlotsAction } from "#lib/internships/applications/interviews/actions";
import type { DeclineSlotsInput } from "#lib/internships/applications/interviews/schema";

/** No moment suits: when others would. */
export function DeclineSlotsForm({ applicationId, slotIds }: { applicationId: string; slotIds: string[] }) {
  const { fields, formProps, errors, isPending } = useActionForm<DeclineSlotsInput>(declineSlotsAction, {
    id: "autres-creneaux",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre message n’est pas parti" errors={errors} />
      <input type="hidden" name="applicationId" value={applicationId} />
      {slotIds.map((id) => (
        <input key={id} type="hidden" name="slotIds" value={id} />
      ))}
      <TextAreaField
        {...fieldProps(fields.words)}
        label="Quand vous êtes libre"
        hint="L’entreprise le lit et vous propose d’autres créneaux."
        rows={3}
        maxLength={500}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Demander d’autres créneaux
      </Button>
    </form>
  );
}
