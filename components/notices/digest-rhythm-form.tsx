"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { DigestRhythm } from "#lib/generated/prisma/enums";
import { chooseDigestRhythmAction } from "#lib/notices/actions";
import { RHYTHM_LABELS } from "#lib/notices/labels";
import type { DigestRhythmInput } from "#lib/notices/schema";

export function DigestRhythmForm({ rhythm }: { rhythm: DigestRhythm }) {
  const { fields, formProps, errors, isPending } = useActionForm<DigestRhythmInput>(chooseDigestRhythmAction, {
    id: "rythme",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le rythme n’a pas changé" errors={errors} />
      <CheckboxGroup
        kind="radio"
        name={fields.rhythm.name}
        legend="Recevoir le résumé par e-mail"
        defaultValues={[rhythm]}
        options={Object.entries(RHYTHM_LABELS).map(([value, label]) => ({ value, label }))}
        {...(fields.rhythm.errors?.[0] ? { error: fields.rhythm.errors[0] } : {})}
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer ce rythme
      </Button>
    </form>
  );
}
