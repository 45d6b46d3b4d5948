"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { addItemAction, editItemAction } from "#lib/meetings/agenda/actions";
import type { AddItemInput, EditItemInput } from "#lib/meetings/agenda/schema";

type Props = {
  target: { meetingId: string } | { itemId: string };
  people: { id: string; name: string }[];
  item?: { title: string; durationMinutes: number; ownerId: string | null };
  /** The words of the button. */
  label: string;
};

/** A new item, one proposed, or one said better. */
export function AgendaItemForm({ target, people, item, label }: Props) {
  const isNew = "meetingId" in target;
  const { fields, formProps, errors, isPending } = useActionForm<AddItemInput & EditItemInput>(
    isNew ? addItemAction : editItemAction,
    {
      id: isNew ? "nouveau-point" : `point-${target.itemId}`,
      defaultValue: {
        title: item?.title ?? "",
        durationMinutes: item?.durationMinutes ?? 15,
        ownerId: item?.ownerId ?? "",
      },
    },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title="Ce point n’est pas enregistré" errors={errors} />
      {Object.entries(target).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField {...fieldProps(fields.title)} label="De quoi s’agit-il" maxLength={150} required />
      <div className="field-pair">
        <TextField
          {...fieldProps(fields.durationMinutes, "number")}
          label="Durée, en minutes"
          min={5}
          max={240}
          step={5}
          required
        />
        <SelectField
          {...fieldProps(fields.ownerId)}
          label="Qui le présente"
          emptyLabel="Personne en particulier"
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Button kind="secondary" disabled={isPending}>
        {label}
      </Button>
    </form>
  );
}
