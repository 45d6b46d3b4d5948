"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { confirmApplicationAction, withdrawApplicationAction } from "#lib/membership/applications/following/actions";

type Props = {
  token: string;
  /** What the link of the mail is confirmed or ended with: a mail reader that follows links presses nothing. */
  act: "confirm" | "withdraw";
};

const WORDS = {
  confirm: { send: "Confirmer ma demande", failed: "La demande n’est pas confirmée", kind: "primary" },
  withdraw: { send: "Retirer la demande", failed: "La demande n’est pas retirée", kind: "secondary" },
} as const;

export function OwnApplicationButton({ token, act }: Props) {
  const { formProps, errors, isPending } = useActionForm(
    act === "confirm" ? confirmApplicationAction : withdrawApplicationAction,
    { id: act },
  );
  const { send, failed, kind } = WORDS[act];
  return (
    <form {...formProps}>
      <ErrorSummary title={failed} errors={errors} />
      <input type="hidden" name="token" value={token} />
      <Button kind={kind} disabled={isPending}>
        {send}
      </Button>
    </form>
  );
}
