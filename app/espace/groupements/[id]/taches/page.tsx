import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddTaskForm, ChangeTaskForm } from "#components/consortia/task-form";
import { WorkspaceHeader } from "#components/consortia/workspace-header";
import { ButtonForm } from "#components/forms/button-form";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { findConsortium } from "#lib/consortia/queries";
import { markTaskAction } from "#lib/consortia/tasks/actions";
import { listTaskOwners, listTasks, type TaskView } from "#lib/consortia/tasks/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Tâches" };

const DONE = {
  ajoutee: "La tâche est ajoutée.",
  changee: "La tâche est enregistrée.",
  faite: "C’est fait\u202f: la tâche passe sous les autres.",
  "a-refaire": "La tâche est de nouveau à faire.",
  supprimee: "La tâche est supprimée.",
};

export default async function TasksPage({ params, searchParams }: PageProps<"/espace/groupements/[id]/taches">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const { id } = await params;
  const consortium = await findConsortium(actor, id, now);
  if (!consortium) notFound();
  const [tasks, owners] = await Promise.all([
    listTasks(actor, id, now),
    consortium.own ? listTaskOwners(actor, id, now) : [],
  ]);
  const [left, finished] = [tasks.filter(({ doneAt }) => !doneAt), tasks.filter(({ doneAt }) => doneAt)];
  const mayWork = consortium.own !== null;
  const list = (rows: TaskView[]) => (
    <ul className="task-list">
      {rows.map((task) => (
        <Task key={task.id} {...{ id, task, owners, mayWork }} isLate={!task.doneAt && task.due < dayOf(now)} />
      ))}
    </ul>
  );
  return (
    <>
      <WorkspaceHeader consortium={consortium} here="tasks" room="Tâches" now={now} />
      <DoneNotice query={await searchParams} words={DONE} />
      <Section
        title="À faire"
        id="a-faire"
        layout="stacked"
        intro="Comptées à rebours de la date limite : si elle change, elles suivent. Chacun est prévenu deux jours avant, puis en cas de retard."
      >
        {left.length > 0 ? list(left) : <EmptyState title="Tout est fait" />}
        {mayWork && (
          <Reveal label="Ajouter une tâche">
            <AddTaskForm id={id} owners={owners} />
          </Reveal>
        )}
      </Section>
      {finished.length > 0 && (
        <Section title="Faites" id="faites" layout="stacked">
          {list(finished)}
        </Section>
      )}
    </>
  );
}

type Props = {
  id: string;
  task: TaskView;
  owners: { value: string; label: string }[];
  mayWork: boolean;
  isLate: boolean;
};

function Task({ id, task, owners, mayWork, isLate }: Props) {
  const isDone = task.doneAt !== null;
  return (
    <li className={isLate ? "task-late" : undefined}>
      <div>
        <p>{task.title}</p>
        <p className="task-facts">
          {isLate ? "En retard, attendue le " : "Pour le "}
          {formatDay(task.due)}, {task.owner ? `${task.owner}, ${task.structure}` : (task.structure ?? "à qui\u202f?")}
        </p>
      </div>
      {mayWork && (
        <ButtonForm
          action={markTaskAction}
          id={`faite-${task.id}`}
          fields={{ id, taskId: task.id, version: String(task.version), isDone: String(!isDone) }}
          kind={isDone ? "quiet" : "secondary"}
        >
          {isDone ? "À refaire" : "C’est fait"}
          <span className="sr-only"> : {task.title}</span>
        </ButtonForm>
      )}
      {mayWork && !isDone && (
        <Reveal
          label={
            <>
              Changer<span className="sr-only"> « {task.title} »</span>
            </>
          }
        >
          <ChangeTaskForm id={id} task={task} owners={owners} />
        </Reveal>
      )}
    </li>
  );
}
