"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
import { Refusal } from "#lib/platform/errors";
import { formAction } from "#lib/platform/form-action";
import { doneAt, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { addTask, changeTask, markTask, removeTask } from "./commands.ts";
import { addTaskInput, changeTaskInput, markTaskInput, removeTaskInput } from "./schema.ts";

/** "Ajouter cette tâche". */
export const addTaskAction = formAction(addTaskInput, async (input) => {
  await addTask(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumTasks(input.id), "ajoutee"));
});

/** "Enregistrer la tâche". */
export const changeTaskAction = formAction(changeTaskInput, async (input) => {
  await shownAnew(changeTask(await requireActor(), input, requestTime()));
  redirect(doneAt(paths.consortiumTasks(input.id), "changee"));
});

/** "C’est fait", "À refaire". */
export const markTaskAction = formAction(markTaskInput, async (input) => {
  await shownAnew(markTask(await requireActor(), input, requestTime()));
  redirect(doneAt(paths.consortiumTasks(input.id), input.isDone ? "faite" : "a-refaire"));
});

/** "Supprimer la tâche". */
export const removeTaskAction = formAction(removeTaskInput, async (input) => {
  await shownAnew(removeTask(await requireActor(), input, requestTime()));
  redirect(doneAt(paths.consortiumTasks(input.id), "supprimee"));
});

/** After a conflict the page knows the version that is there now: what was typed can be sent again knowingly. */
async function shownAnew(changing: Promise<void>): Promise<void> {
  try {
    await changing;
  } catch (error) {
    if (error instanceof Refusal && error.code === "task_changed") refresh();
    throw error;
  }
}
