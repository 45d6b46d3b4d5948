import { z } from "zod";
import { day, oneLine } from "#lib/platform/fields";

const task = {
  title: oneLine({ most: 200, missing: "Dites ce qu’il y a à faire." }),
  dueOn: day(),
  /** "structure" or "structure person": whose task it is. */
  owner: z
    .string()
    .regex(/^([0-9a-f-]{36}( [0-9a-f-]{36})?)?$/)
    .default(""),
};

/** "Ajouter cette tâche". */
export const addTaskInput = z.object({ id: z.uuid(), ...task });
export type AddTaskInput = z.infer<typeof addTaskInput>;

/** Which version of the task one saw. */
const seen = { id: z.uuid(), taskId: z.uuid(), version: z.coerce.number().int().min(1) };

/** "Enregistrer la tâche". */
export const changeTaskInput = z.object({
  ...seen,
  ...task,
  /** The day that the form showed: another one is a change, the same is none, wherever the deadline moved since. */
  shownOn: day().optional(),
});
export type ChangeTaskInput = z.infer<typeof changeTaskInput>;

/** "C’est fait", "À refaire". */
export const markTaskInput = z.object({ ...seen, isDone: z.stringbool() });
export type MarkTaskInput = z.infer<typeof markTaskInput>;

/** "Supprimer la tâche". */
export const removeTaskInput = z.object(seen);
export type RemoveTaskInput = z.infer<typeof removeTaskInput>;
