"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { InvitationReply } from "#lib/generated/prisma/enums";
import { replyToMeetingAction } from "#lib/meetings/invitations/actions";
import { REPLY_LABELS } from "#lib/meetings/labels";

type Props = {
  target: { token: string } | { invitationId: string };
  reply: InvitationReply | null;
  /** Tells apart the buttons of several meetings. */
  about?: string;
};

/** Two buttons, the answer given marked: each one sends. */
export function ReplyForm({ target, reply, about }: Props) {
  const id = `reponse-${Object.values(target).join("").slice(0, 48)}`;
  const { formProps, errors, isPending } = useActionForm(replyToMeetingAction, { id });
  return (
    <form {...formProps} className="intention">
      <ErrorSummary title="Votre réponse n’est pas partie" errors={errors} />
      {Object.entries(target).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="intentions">
        {(Object.entries(REPLY_LABELS) as [InvitationReply, string][]).map(([value, label]) => (
          <Button
            key={value}
            name="reply"
            value={value}
            kind={reply === value ? "primary" : "secondary"}
            aria-pressed={reply === value}
            disabled={isPending}
          >
            {label}
            {about && <span className="sr-only"> à {about}</span>}
          </Button>
        ))}
      </div>
    </form>
  );
}
