"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { answerSurveyAction, askSurveyAction } from "#lib/expectations/surveys/actions";
import { SURVEY_KIND_LABELS } from "#lib/expectations/surveys/labels";
import type { SurveyView } from "#lib/expectations/surveys/queries";

type AskFields = {
  commission: string;
  expectationId: string;
  question: string;
  kind: string;
  options: string;
  closesOn: string;
};

/** The lead's question to the commission. */
export function AskSurveyForm({ commission, expectationId }: { commission: string; expectationId?: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<AskFields>(askSurveyAction, { id: "question" });
  const wrong = fields.kind.errors?.[0];
  return (
    <form {...formProps}>
      <ErrorSummary title="La question n’est pas posée" errors={errors} />
      <input type="hidden" name="commission" value={commission} />
      {expectationId && <input type="hidden" name="expectationId" value={expectationId} />}
      <TextField {...fieldProps(fields.question)} label="Votre question" maxLength={200} required />
      <CheckboxGroup
        kind="radio"
        name={fields.kind.name}
        legend="Comment y répondre"
        defaultValues={["choice"]}
        options={Object.entries(SURVEY_KIND_LABELS).map(([value, label]) => ({ value, label }))}
        {...(wrong ? { error: wrong } : {})}
      />
      <TextAreaField
        {...fieldProps(fields.options)}
        label="Réponses possibles"
        hint="Une par ligne, de deux à douze. Laissez vide pour une note."
        rows={5}
      />
      <TextField {...fieldProps(fields.closesOn, "date")} label="Dernier jour pour répondre" required />
      <Button disabled={isPending}>Poser cette question</Button>
    </form>
  );
}

type AnswerFields = { id: string; chosen: number[]; ranks: number[] };

/** A structure's answer; it can be changed until the question closes. */
export function AnswerSurveyForm({ survey }: { survey: Pick<SurveyView, "id" | "kind" | "options" | "own"> }) {
  const { fields, formProps, errors, isPending } = useActionForm<AnswerFields>(answerSurveyAction, { id: "reponse" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre réponse n’est pas enregistrée" errors={errors} />
      <input type="hidden" name="id" value={survey.id} />
      {survey.kind === "choice" || survey.kind === "scale" ? (
        <CheckboxGroup
          kind={survey.kind === "scale" ? "radio" : "checkbox"}
          name={fields.chosen.name}
          legend="Votre réponse"
          defaultValues={(survey.own ?? []).map(String)}
          options={choicesOf(survey)}
        />
      ) : (
        <RankFields survey={survey} name={fields.ranks.name} />
      )}
      <Button disabled={isPending}>{survey.own ? "Changer notre réponse" : "Envoyer notre réponse"}</Button>
    </form>
  );
}

function choicesOf({ kind, options }: Pick<SurveyView, "kind" | "options">) {
  if (kind !== "scale") return options.map(({ position, label }) => ({ value: String(position), label }));
  const words = ["1, pas du tout", "2", "3", "4", "5, tout à fait"];
  return words.map((label, index) => ({ value: String(index + 1), label }));
}

/** A rank beside each option: plain fields, for a keyboard, a screen reader and a phone alike. */
function RankFields({ survey: { options, own }, name }: { survey: Pick<SurveyView, "options" | "own">; name: string }) {
  return (
    <fieldset className="field">
      <legend>Classez les réponses : 1 pour la préférée</legend>
      <div className="ranking">
        {options.map(({ position, label }, index) => {
          const id = `${name}-${position}`;
          return [
            <label key={`${id}-mots`} htmlFor={id}>
              {label}
            </label>,
            <input
              key={id}
              id={id}
              className="field-control"
              type="number"
              name={`${name}[${index}]`}
              min={1}
              max={options.length}
              defaultValue={own ? own.indexOf(position) + 1 : undefined}
              required
            />,
          ];
        })}
      </div>
    </fieldset>
  );
}
