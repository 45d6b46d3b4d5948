"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { answerQuestionAction } from "#lib/membership/applications/following/actions";
import type { AnswerInput } from "#lib/membership/applications/schema";

/** The answer to one question of the board. */
export function AnswerForm({ token, questionId }: { token: string; questionId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<AnswerInput>(answerQuestionAction, {
    id: `reponse-${questionId}`,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La réponse n’est pas partie" errors={errors} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="questionId" value={questionId} />
      <TextAreaField {...fieldProps(fields.answer)} label="Votre réponse" required />
      <Button disabled={isPending}>Envoyer la réponse</Button>
    </form>
  );
}
