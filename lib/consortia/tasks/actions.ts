"use server";

import { redirect } from "next/navigation";
import { requestTime } from "#lib/platform/clock";
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
  await changeTask(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumTasks(input.id), "changee"));
});

/** "C’est fait", "À refaire". */
export const markTaskAction = formAction(markTaskInput, async (input) => {
  await markTask(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumTasks(input.id), input.isDone ? "faite" : "a-refaire"));
});

/** "Supprimer la tâche". */
export const removeTaskAction = formAction(removeTaskInput, async (input) => {
  await removeTask(await requireActor(), input, requestTime());
  redirect(doneAt(paths.consortiumTasks(input.id), "supprimee"));
});
