"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { passSecondFactorAction } from "#lib/people/second-factor/actions";
import type { EntryFactorForm as Input } from "#lib/people/second-factor/schema";
import { FactorCodeField } from "./factor-code-field.tsx";

/** The second factor asked at sign-in. */
export function EntryFactorForm({ next }: { next: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<Input>(passSecondFactorAction, {
    id: "verification",
    defaultValue: { next },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La connexion n’a pas abouti" errors={errors} />
      <input type="hidden" name="next" value={next} />
      <FactorCodeField field={fields.code} />
      <Button disabled={isPending}>{isPending ? "Vérification en cours…" : "Continuer"}</Button>
    </form>
  );
}
