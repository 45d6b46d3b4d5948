"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { InvitationReply } from "#lib/generated/prisma/enums";
import { replyToMeetingAction } from "#lib/meetings/invitations/actions";
import type { ReplyInput } from "#lib/meetings/invitations/schema";
import { REPLY_LABELS } from "#lib/meetings/labels";

type Props = {
  target: { token: string } | { invitationId: string };
  reply: InvitationReply | null;
  representedById: string | null;
  /** Those who could speak for them. */
  others: { id: string; name: string }[];
  /** Tells apart the buttons of several meetings. */
  about?: string;
};

/** Two buttons, or somebody who speaks for one; the answer given marked: each button sends. */
export function ReplyForm({ target, reply, representedById, others, about }: Props) {
  const id = `reponse-${Object.values(target).join("").slice(0, 48)}`;
  const { fields, formProps, errors, isPending } = useActionForm<ReplyInput>(replyToMeetingAction, {
    id,
    defaultValue: { representedById: representedById ?? "" },
  });
  const button = (value: InvitationReply) => (
    <Button
      name="reply"
      value={value}
      kind={reply === value ? "primary" : "secondary"}
      aria-pressed={reply === value}
      disabled={isPending}
    >
      {REPLY_LABELS[value]}
      {about && <span className="sr-only"> à {about}</span>}
    </Button>
  );
  return (
    <form {...formProps} className="intention">
      <ErrorSummary title="Votre réponse n’est pas partie" errors={errors} />
      {Object.entries(target).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="intentions">
        {button("coming")}
        {button("excused")}
      </div>
      {others.length > 0 && (
        <details className="reveal" open={reply === "represented" || errors.length > 0}>
          <summary>Quelqu’un me représente</summary>
          <div className="reveal-body">
            <SelectField
              {...fieldProps(fields.representedById)}
              label="Par qui"
              hint="Cette personne est prévenue."
              emptyLabel="Choisissez…"
              options={others.map((person) => ({ value: person.id, label: person.name }))}
            />
            {button("represented")}
          </div>
        </details>
      )}
    </form>
  );
}
