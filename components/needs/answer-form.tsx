"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { IntroductionState } from "#lib/generated/prisma/enums";
import { answerNeedAction } from "#lib/needs/answer/actions";
import type { AnswerInput } from "#lib/needs/answer/schema";
import { DECLINE_LABELS } from "#lib/needs/labels";

const ANSWERS: { value: AnswerInput["answer"]; label: string }[] = [
  { value: "interested", label: "Cela nous intéresse\u202f: je veux les coordonnées" },
  { value: "asking", label: "J’ai d’abord une question" },
  { value: "declined", label: "Ce n’est pas pour nous" },
];

/** Interested, a question, or not for us and why. */
export function AnswerForm({ needId, current }: { needId: string; current: IntroductionState }) {
  const { fields, formProps, errors, isPending } = useActionForm<AnswerInput>(answerNeedAction, { id: "reponse" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre réponse n’est pas partie" errors={errors} />
      <input type="hidden" name="needId" value={needId} />
      <CheckboxGroup
        name="answer"
        kind="radio"
        legend="Que répondez-vous ?"
        hint="Si cela vous intéresse, l’acheteur reçoit en échange le téléphone et l’e-mail de votre fiche, même ceux que vous n’y montrez pas au public."
        error={fields.answer.errors?.[0]}
        options={ANSWERS.filter(({ value }) => value !== current)}
        defaultValues={[fields.answer.initialValue ?? ""]}
      />
      <TextField
        {...fieldProps(fields.promisedOn, "date")}
        label="Si vous êtes intéressé : pour quel jour promettez-vous une offre ?"
      />
      <SelectField
        {...fieldProps(fields.declineReason)}
        label="Si ce n’est pas pour vous : pourquoi ?"
        options={Object.entries(DECLINE_LABELS).map(([value, label]) => ({ value, label }))}
        emptyLabel="Choisissez…"
      />
      <TextAreaField
        {...fieldProps(fields.text)}
        label="Votre question, ou un mot pour l’acheteur"
        rows={4}
        maxLength={4_000}
      />
      <Button disabled={isPending}>Envoyer ma réponse</Button>
    </form>
  );
}
