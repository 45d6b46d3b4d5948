"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { nameCandidatesAction } from "#lib/assemblies/resolutions/actions";

type Props = { resolutionId: string; slug: string; candidates: string[] };

/** Who stands for an election that has not begun. */
export function CandidatesForm({ resolutionId, slug, candidates }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ candidates: string }>(nameCandidatesAction, {
    id: `candidats-${resolutionId}`,
    defaultValue: { candidates: candidates.join("\n") },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Les candidats n’ont pas changé" errors={errors} />
      <input type="hidden" name="resolutionId" value={resolutionId} />
      <input type="hidden" name="slug" value={slug} />
      <TextAreaField {...fieldProps(fields.candidates)} label="Candidats, un nom par ligne" rows={4} required />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer les candidats
      </Button>
    </form>
  );
}
