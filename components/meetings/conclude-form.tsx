"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { concludePollAction } from "#lib/meetings/polls/actions";
import type { ConclusionInput } from "#lib/meetings/polls/schema";

type Props = {
  fields: { pollId: string; slotId: string };
  /** The date, for who cannot see which row the button is in. */
  about: string;
  kind: "primary" | "secondary";
  /** Offers to pass over the notice that the statutes ask. */
  isShortNotice: boolean;
};

/** Keeps one date of a poll. */
export function ConcludeForm({ fields: { pollId, slotId }, about, kind, isShortNotice }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<ConclusionInput>(concludePollAction, {
    id: `retenir-${slotId}`,
  });
  const notice = fields.acceptsShortNotice;
  const noticeError = notice.errors?.[0];
  return (
    <form {...formProps} className="form-button">
      <ErrorSummary title="La date n’est pas retenue" errors={errors} />
      <input type="hidden" name="pollId" value={pollId} />
      <input type="hidden" name="slotId" value={slotId} />
      {(isShortNotice || noticeError) && (
        <CheckboxGroup
          name={notice.name}
          id={notice.id}
          legend="Délai de convocation"
          options={[{ value: "on", label: "Convoquer même si le délai des statuts n’est pas tenu" }]}
          {...(noticeError ? { error: noticeError } : {})}
        />
      )}
      <Button kind={kind} disabled={isPending}>
        Retenir cette date<span className="sr-only"> {about}</span>
      </Button>
    </form>
  );
}
