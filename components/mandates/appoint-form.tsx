"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { appointPersonAction } from "#lib/mandates/actions";

type Props = {
  person: { id: string; name: string };
  offices: { value: string; label: string }[];
  startsOn: string;
  /** Whose mandate ends the day before; the office is then theirs. */
  succeeds?: { id: string; name: string; office: string };
};

/** What is entrusted to somebody, from when to when. */
export function AppointForm({ person, offices, startsOn, succeeds }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{
    personId: string;
    office: string;
    startsOn: string;
    endsOn: string;
  }>(appointPersonAction, { id: "nomination", defaultValue: { office: succeeds?.office, startsOn } });
  return (
    <form {...formProps}>
      <ErrorSummary title="La nomination n’est pas enregistrée" errors={errors} />
      <input type="hidden" name="personId" value={person.id} />
      {succeeds && <input type="hidden" name="succeeds" value={succeeds.id} />}
      <SelectField
        {...fieldProps(fields.office)}
        label="Fonction"
        options={succeeds ? offices.filter(({ value }) => value === succeeds.office) : offices}
        emptyLabel={succeeds ? undefined : "Choisissez…"}
        required
      />
      <TextField
        {...fieldProps(fields.startsOn, "date")}
        label="Premier jour"
        hint={succeeds && `Le mandat de ${succeeds.name} finira la veille.`}
        required
      />
      <TextField
        {...fieldProps(fields.endsOn, "date")}
        label="Dernier jour"
        hint="Ce jour est compris. Sans date, le mandat dure jusqu’au remplacement."
      />
      <Button disabled={isPending}>{isPending ? "Enregistrement…" : `Nommer ${person.name}`}</Button>
    </form>
  );
}
