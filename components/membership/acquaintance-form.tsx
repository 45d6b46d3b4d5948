"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { markAcquaintanceAction } from "#lib/membership/prospects/sponsorship/actions";

type Props = { prospectId: string; name: string; isKnown: boolean; back: string };

/** "Je connais", and its contrary, without leaving one's place in the list. */
export function AcquaintanceForm({ prospectId, name, isKnown, back }: Props) {
  const { formProps, errors, isPending } = useActionForm(markAcquaintanceAction, { id: `connais-${prospectId}` });
  return (
    <form {...formProps}>
      <ErrorSummary title="Ce n’est pas noté" errors={errors} />
      <input type="hidden" name="prospectId" value={prospectId} />
      <input type="hidden" name="knows" value={isKnown ? "non" : "oui"} />
      <input type="hidden" name="back" value={back} />
      <Button kind={isKnown ? "quiet" : "secondary"} disabled={isPending}>
        {isKnown ? "Ne plus déclarer" : "Je connais"}
        <span className="sr-only"> {name}</span>
      </Button>
    </form>
  );
}
