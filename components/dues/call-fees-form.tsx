"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { callFeesAction } from "#lib/dues/calls/actions";
import type { CallFeesInput } from "#lib/dues/schema";

/** Sends every call of the preview above it: what it showed goes along, so that nothing else is sent. */
export function CallFeesForm({ year, count, totalCents, label }: CallFeesInput & { label: string }) {
  const { formProps, errors, isPending } = useActionForm(callFeesAction, { id: "appel" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Les appels ne sont pas partis" errors={errors} />
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="count" value={count} />
      <input type="hidden" name="totalCents" value={totalCents} />
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : label}</Button>
    </form>
  );
}
