"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { actForAction } from "#lib/people/affiliations/actions";

type Props = { structures: { id: string; name: string }[]; current: string; next: string };

/** In whose name one acts, for whoever belongs to several structures. */
export function ActingForForm({ structures, current, next }: Props) {
  const { formProps, errors, isPending } = useActionForm(actForAction, { id: "au-nom-de" });
  return (
    <form {...formProps} className="acting-for">
      <ErrorSummary title="Rien n’a changé" errors={errors.map(({ message }) => ({ message }))} />
      <input type="hidden" name="next" value={next} />
      <label htmlFor="au-nom-de-structure">Vous agissez au nom de</label>
      <select
        id="au-nom-de-structure"
        name="structureId"
        className="field-control"
        defaultValue={current}
        key={current}
      >
        {structures.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <Button kind="secondary" disabled={isPending}>
        Changer
      </Button>
    </form>
  );
}
