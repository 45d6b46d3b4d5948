"use client";

import type { ReactNode } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { PollChoice } from "#lib/generated/prisma/enums";
import { CHOICE_LABELS } from "#lib/meetings/labels";
import { answerPollAction } from "#lib/meetings/polls/actions";
import type { AnswerInput } from "#lib/meetings/polls/schema";

type Props = {
  /** By the link of a mail, or by the id for the person signed in. */
  target: { token: string } | { pollId: string };
  slots: {
    id: string;
    /** The whole date in words. */
    label: string;
    /** The date as it is shown. */
    date: ReactNode;
    facts: string;
    mine: PollChoice | null;
  }[];
};

/** Three answers to each date; every one a plain radio button underneath. */
export function PollAnswerForm({ target, slots }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<AnswerInput>(answerPollAction, {
    id: "reponses",
    defaultValue: { answers: slots.map(({ id, mine }) => ({ slotId: id, choice: mine ?? undefined })) },
  });
  const rows = fields.answers.getFieldList();
  return (
    <form {...formProps}>
      <ErrorSummary title="Vos réponses ne sont pas parties" errors={errors} />
      {Object.entries(target).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="answers">
        {slots.map((slot, index) => {
          const row = rows[index]?.getFieldset();
          const error = row?.choice.errors?.[0];
          const name = `answers[${index}].choice`;
          return (
            <fieldset key={slot.id} className="answer" aria-describedby={error ? `${name}-erreur` : undefined}>
              <legend className="sr-only">{slot.label}</legend>
              <input type="hidden" name={`answers[${index}].slotId`} value={slot.id} />
              <div>
                {slot.date}
                <p className="text-sm text-ardoise">{slot.facts}</p>
              </div>
              <div className="answer-choices" id={row?.choice.id}>
                {Object.entries(CHOICE_LABELS).map(([value, label]) => (
                  <label key={value}>
                    <input type="radio" name={name} value={value} defaultChecked={row?.choice.initialValue === value} />
                    {label}
                  </label>
                ))}
              </div>
              {error && (
                <p className="field-error" id={`${name}-erreur`}>
                  {error}
                </p>
              )}
            </fieldset>
          );
        })}
      </div>
      <p className="mt-6">
        <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Envoyer mes réponses"}</Button>
      </p>
    </form>
  );
}
