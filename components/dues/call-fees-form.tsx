import { ButtonForm } from "#components/forms/button-form";
import { callFeesAction } from "#lib/dues/calls/actions";
import type { CallFeesInput } from "#lib/dues/schema";

/** Sends every call of the preview above it: what it showed goes along, so that nothing else is sent. */
export function CallFeesForm({ year, count, totalCents, label }: CallFeesInput & { label: string }) {
  return (
    <ButtonForm
      action={callFeesAction}
      id="appel"
      fields={{ year: String(year), count: String(count), totalCents: String(totalCents) }}
      kind="primary"
      failure="Les appels ne sont pas partis"
    >
      {label}
    </ButtonForm>
  );
}
