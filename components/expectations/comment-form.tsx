"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { commentAction } from "#lib/expectations/comments/actions";
import type { CommentInput } from "#lib/expectations/comments/schema";

export function CommentForm({ id }: { id: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<CommentInput>(commentAction, { id: "commentaire" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre commentaire n’est pas parti" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextAreaField
        {...fieldProps(fields.body)}
        label="Votre commentaire"
        hint="Écrivez @Prénom Nom pour prévenir quelqu’un de la commission."
        rows={3}
        maxLength={2_000}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Commenter
      </Button>
    </form>
  );
}
