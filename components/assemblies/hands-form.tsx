"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { recordHandsAction } from "#lib/assemblies/ballots/actions";
import type { HandsInput } from "#lib/assemblies/ballots/schema";

type Props = {
  resolutionId: string;
  slug: string;
  /** Those who are there or represented and have not voted. */
  voters: { id: string; name: string }[];
  choices: { id: string; label: string }[];
};

/** "Qui est contre ? Qui s’abstient ?": those who stand apart, then all the others at once. */
export function HandsForm({ resolutionId, slug, voters, choices }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<HandsInput>(recordHandsAction, {
    id: `mains-${resolutionId}`,
    defaultValue: { hands: voters.map(({ id }) => ({ voterId: id })) },
  });
  const rows = fields.hands.getFieldList();
  const options = choices.map(({ id, label }) => ({ value: id, label }));
  return (
    <form {...formProps}>
      <ErrorSummary title="Les mains levées ne sont pas notées" errors={errors} />
      <input type="hidden" name="resolutionId" value={resolutionId} />
      <input type="hidden" name="slug" value={slug} />
      <SelectField
        {...fieldProps(fields.others)}
        label="Tous ceux qui n’ont pas voté"
        hint="Sauf ceux que vous distinguez ci-dessous."
        options={options}
        emptyLabel="Ne notez rien pour eux"
      />
      <fieldset className="hands">
        <legend>Ceux qui votent autrement</legend>
        {voters.map(({ id, name }, index) => (
          <div key={id}>
            <input type="hidden" name={`hands[${index}].voterId`} value={id} />
            <SelectField
              name={`hands[${index}].choiceId`}
              id={`mains-${resolutionId}-${id}`}
              label={name}
              defaultValue={rows[index]?.getFieldset().choiceId.initialValue ?? ""}
              options={options}
              emptyLabel="Comme les autres"
            />
          </div>
        ))}
      </fieldset>
      <Button kind="secondary" disabled={isPending}>
        Noter les mains levées
      </Button>
    </form>
  );
}
