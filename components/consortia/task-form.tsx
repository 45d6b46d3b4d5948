"use client";

import { ButtonForm } from "#components/forms/button-form";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { addTaskAction, changeTaskAction, removeTaskAction } from "#lib/consortia/tasks/actions";
import type { TaskView } from "#lib/consortia/tasks/queries";

type Fields = { title: string; dueOn: string; owner: string };
type Owners = { value: string; label: string }[];

export function AddTaskForm({ id, owners }: { id: string; owners: Owners }) {
  const { fields, formProps, errors, isPending } = useActionForm<Fields>(addTaskAction, { id: "tache" });
  return (
    <form {...formProps}>
      <ErrorSummary title="La tâche n’est pas ajoutée" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextField {...fieldProps(fields.title)} label="À faire" maxLength={200} required />
      <TextField {...fieldProps(fields.dueOn, "date")} label="Pour le" required />
      <SelectField {...fieldProps(fields.owner)} label="Par qui" emptyLabel="Personne encore" options={owners} />
      <Button kind="secondary" disabled={isPending}>
        Ajouter cette tâche
      </Button>
    </form>
  );
}

type Props = { id: string; task: TaskView; owners: Owners };

/** A task as it was seen: when somebody else changed it meanwhile, both are shown and nothing is lost. */
export function ChangeTaskForm({ id, task, owners }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<Fields>(changeTaskAction, {
    id: `tache-${task.id}`,
    defaultValue: { title: task.title, dueOn: task.due, owner: ownerOf(task) },
  });
  const seen = { id, taskId: task.id, version: String(task.version) };
  return (
    <>
      <form {...formProps}>
        <ErrorSummary title="La tâche n’a pas changé" errors={errors} />
        {Object.entries(seen).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="shownOn" value={task.due} />
        <TextField {...fieldProps(fields.title)} label="À faire" maxLength={200} required />
        <TextField
          {...fieldProps(fields.dueOn, "date")}
          label="Pour le"
          hint={task.isPlanned ? "Compté depuis la date limite\u202f: un autre jour le fixera." : undefined}
          required
        />
        <SelectField {...fieldProps(fields.owner)} label="Par qui" emptyLabel="Personne encore" options={owners} />
        <Button kind="secondary" disabled={isPending}>
          Enregistrer la tâche
        </Button>
      </form>
      <ButtonForm action={removeTaskAction} id={`supprimer-${task.id}`} fields={seen} kind="quiet">
        Supprimer la tâche
      </ButtonForm>
    </>
  );
}

function ownerOf({ ownerStructureId, ownerId }: TaskView): string {
  return [ownerStructureId, ownerId].filter(Boolean).join(" ");
}
