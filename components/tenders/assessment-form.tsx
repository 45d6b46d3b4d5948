"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { TenderVerdict } from "#lib/generated/prisma/enums";
import { assessTenderAction } from "#lib/tenders/assessments/actions";
import { CRITERION_LABELS, VERDICT_LABELS, WEIGHT_LABELS } from "#lib/tenders/assessments/labels";
import type { AssessmentView } from "#lib/tenders/assessments/queries";
import { BEST } from "#lib/tenders/assessments/rules";

type Fields = {
  tenderId: string;
  scores: { criterion: string; weight: string; score: string }[];
  verdict: TenderVerdict | "";
  note: string;
};

const WEIGHTS = WEIGHT_LABELS.map((label, value) => ({ value: String(value), label }));
const SCORES = Array.from({ length: BEST + 1 }, (_, score) => ({
  value: String(score),
  label: `${score} sur ${BEST}`,
}));

/** Marks by criterion, what each weighs, the verdict and why. */
export function AssessmentForm({ tenderId, assessment }: { tenderId: string; assessment: AssessmentView }) {
  const { fields, formProps, errors, isPending } = useActionForm<Fields>(assessTenderAction, {
    id: "decision",
    defaultValue: {
      tenderId,
      scores: assessment.scores.map(({ criterion, weight, score }) => ({
        criterion,
        weight: String(weight),
        score: String(score),
      })),
      verdict: assessment.verdict ?? "undecided",
      note: assessment.note,
    },
  });
  const rows = fields.scores.getFieldList();
  return (
    <form {...formProps}>
      <ErrorSummary title="La décision n’est pas enregistrée" errors={errors} />
      <input type="hidden" name="tenderId" value={tenderId} />
      <div className="criteria">
        {assessment.scores.map(({ criterion }, index) => {
          const row = rows[index]?.getFieldset();
          if (!row) return null;
          const { label, hint } = CRITERION_LABELS[criterion];
          return (
            <fieldset key={criterion} className="criterion">
              <legend>{label}</legend>
              <p className="field-hint">{hint}</p>
              <input type="hidden" name={row.criterion.name} value={criterion} />
              <SelectField {...fieldProps(row.score)} label="Note" options={SCORES} required />
              <SelectField {...fieldProps(row.weight)} label="Ce critère" options={WEIGHTS} required />
            </fieldset>
          );
        })}
      </div>
      <CheckboxGroup
        kind="radio"
        name={fields.verdict.name}
        id={fields.verdict.id}
        legend="Décision"
        options={Object.entries(VERDICT_LABELS).map(([value, label]) => ({ value, label }))}
        defaultValues={[String(fields.verdict.initialValue ?? "undecided")]}
        {...(fields.verdict.errors?.[0] ? { error: fields.verdict.errors[0] } : {})}
      />
      <TextAreaField {...fieldProps(fields.note)} label="Pourquoi" hint="Pour s’en souvenir au prochain." rows={4} />
      <Button disabled={isPending}>Enregistrer cette décision</Button>
    </form>
  );
}
