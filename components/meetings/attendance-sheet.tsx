"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import type { AttendanceState, InvitationReply } from "#lib/generated/prisma/enums";
import { noteAttendanceAction } from "#lib/meetings/attendance/actions";
import { ATTENDANCE_LABELS, REPLY_STATES } from "#lib/meetings/labels";

type Props = {
  meetingId: string;
  people: {
    id: string;
    name: string;
    state: AttendanceState | null;
    reply: InvitationReply | null;
    representedBy: string | null;
  }[];
};

/** One tap says that somebody is there, another takes it back: one form, a button for each person and state. */
export function AttendanceSheet({ meetingId, people }: Props) {
  const { formProps, errors } = useActionForm(noteAttendanceAction, { id: "emargement" });
  return (
    <form {...formProps} className="attendance">
      <ErrorSummary title="La présence n’est pas notée" errors={errors} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <ul>
        {people.map((person) => (
          <li key={person.id} className="attendance-row">
            <div>
              <span className="attendance-name">{person.name}</span>
              <span className="text-ardoise">{announced(person)}</span>
            </div>
            <Tap person={person} state="present" words="Présent" />
            <Tap person={person} state="excused" words="Excusé" />
          </li>
        ))}
      </ul>
    </form>
  );
}

function Tap({
  person: { id, name, state: noted },
  state,
  words,
}: {
  person: Props["people"][number];
  state: "present" | "excused";
  words: string;
}) {
  const isNoted = noted === state;
  return (
    <button
      type="submit"
      name="note"
      value={`${isNoted ? "none" : state}:${id}`}
      aria-pressed={isNoted}
      className="attendance-tap"
    >
      {words}
      <span className="sr-only">, {name}</span>
    </button>
  );
}

function announced({ state, reply, representedBy }: Props["people"][number]): string {
  if (state !== null && state !== "present" && state !== "excused") return ATTENDANCE_LABELS[state];
  if (reply === null) return "sans réponse";
  return representedBy ? `représenté par ${representedBy}` : `annoncé\u202f: ${REPLY_STATES[reply]}`;
}
