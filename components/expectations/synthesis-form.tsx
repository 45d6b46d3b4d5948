"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { writeSynthesisAction } from "#lib/expectations/syntheses/actions";
import type { WriteSynthesisInput } from "#lib/expectations/syntheses/schema";

type Props = { commission: string; words: string; version: string | null };

export function SynthesisForm({ commission, words, version }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<WriteSynthesisInput>(writeSynthesisAction, {
    id: "synthese",
    defaultValue: { words },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre texte n’est pas enregistré" errors={errors} />
      <input type="hidden" name="commission" value={commission} />
      {version && <input type="hidden" name="version" value={version} />}
      <TextAreaField
        {...fieldProps(fields.words)}
        label="Ce que vous en dites au comité"
        hint="Il le lira au-dessus des chiffres : ce qui presse, ce que la commission propose."
        rows={10}
        maxLength={8_000}
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer ce texte
      </Button>
    </form>
  );
}
