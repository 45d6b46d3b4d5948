"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { askQuestionsAction } from "#lib/events/registrations/desk/actions";
import { QUESTION_KIND_LABELS } from "#lib/events/registrations/labels";
import { MOST_QUESTIONS } from "#lib/events/registrations/rules";

type Row = { label: string; kind: string; options: string; isRequired: string };

type Props = { eventId: string; questions: Row[] };

const KINDS = Object.entries(QUESTION_KIND_LABELS).map(([value, label]) => ({ value, label }));
const EMPTY: Row = { label: "", kind: "short_text", options: "", isRequired: "" };

/** A few rows, of which those left empty are no question: works without a script. */
export function QuestionsForm({ eventId, questions }: Props) {
  const rows = Array.from({ length: MOST_QUESTIONS }, (_, index) => questions[index] ?? EMPTY);
  const { fields, formProps, errors, isPending } = useActionForm<{ questions: Row[] }>(askQuestionsAction, {
    id: "questions",
    defaultValue: { questions: rows },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Les questions n’ont pas changé" errors={errors} />
      <input type="hidden" name="eventId" value={eventId} />
      {fields.questions.getFieldList().map((field, index) => {
        const { label, kind, options, isRequired } = field.getFieldset();
        const isUsed =
          Boolean(label.initialValue) || Boolean(field.allErrors && Object.keys(field.allErrors).length > 0);
        return (
          <details key={field.key} className="drawer" open={isUsed || index === 0}>
            <summary>{`Question ${index + 1}`}</summary>
            <TextField {...fieldProps(label)} label="Question" hint="Laissez vide pour ne rien demander." />
            <SelectField {...fieldProps(kind)} label="Réponse attendue" options={KINDS} required />
            <TextAreaField
              {...fieldProps(options)}
              label="Réponses proposées"
              hint="Pour un choix : une par ligne."
              rows={3}
            />
            <div className="field">
              <label className="field-choice">
                <input type="checkbox" name={isRequired.name} defaultChecked={isRequired.initialValue === "on"} />
                <span>Il faut y répondre pour s’inscrire</span>
              </label>
            </div>
          </details>
        );
      })}
      <Button kind="secondary" disabled={isPending}>
        {isPending ? "Envoi en cours…" : "Enregistrer les questions"}
      </Button>
    </form>
  );
}
