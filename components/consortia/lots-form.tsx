"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { chooseLotsAction } from "#lib/consortia/lots/actions";

interface Choice {
  id: string;
  number: number;
  title: string;
  isAnswered: boolean;
  isWithdrawn: boolean;
}

/** For which lots the answer is: what goes with a lot that is let go is said before. */
export function LotsForm({ id, choices }: { id: string; choices: Choice[] }) {
  const { fields, formProps, errors, isPending } = useActionForm<{ lots: string[] }>(chooseLotsAction, {
    id: "lots",
    defaultValue: { lots: choices.flatMap((lot) => (lot.isAnswered ? [lot.id] : [])) },
  });
  const wrong = fields.lots.errors?.[0];
  const chosen = fields.lots.initialValue;
  return (
    <form {...formProps}>
      <ErrorSummary title="Les lots n’ont pas changé" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <CheckboxGroup
        id={fields.lots.id}
        name={fields.lots.name}
        legend="Les lots auxquels vous répondez ensemble"
        hint="D’un lot que vous ôtez, les parts, les prix et les sous-traitants sont effacés. Qui en avait une part redonne son accord."
        options={choices.map((lot) => ({
          value: lot.id,
          label: `Lot ${lot.number} – ${lot.title}${lot.isWithdrawn ? " (retiré par l’acheteur)" : ""}`,
        }))}
        defaultValues={Array.isArray(chosen) ? chosen.map(String) : []}
        {...(wrong ? { error: wrong } : {})}
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer les lots
      </Button>
    </form>
  );
}
