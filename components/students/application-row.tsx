import { BrickRow } from "#components/ui/brick-row";
import { STATE_LABELS } from "#lib/internships/applications/labels";
import type { OwnApplicationLine } from "#lib/internships/applications/queries";
import { dayOf, dayOfColumn, formatDay, formatDayShort } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

/** One application of a student: to whom, where it stands, what happens next and when. */
export function ApplicationRow({ application }: { application: OwnApplicationLine }) {
  const { id, state, sentAt, internship, structure } = application;
  return (
    <BrickRow
      title={internship.title}
      href={paths.ownApplication(id)}
      kicker={<span className={`application-state application-${state}`}>{STATE_LABELS[state]}</span>}
      aside={sentAt ? `envoyée le ${formatDayShort(dayOf(sentAt))}` : "pas encore envoyée"}
    >
      <p>
        {structure.name}
        {structure.city ? `, ${structure.city}` : ""}
      </p>
      <p>{nextOf(application)}</p>
    </BrickRow>
  );
}

function nextOf({ state, readAt, internship, endedAt }: OwnApplicationLine): string {
  const promised = `réponse promise le ${formatDay(dayOfColumn(internship.answerBy))}`;
  if (state === "draft") return `À envoyer avant le ${formatDay(dayOfColumn(internship.applyBefore))}.`;
  if (state === "received") return `Pas encore lue\u202f; ${promised}.`;
  if (state === "read") return `Lue${readAt ? ` le ${formatDay(dayOf(readAt))}` : ""}\u202f; ${promised}.`;
  if (state === "interview") return "L’entreprise veut vous rencontrer.";
  if (state === "offered") return "Une place vous attend\u202f: répondez.";
  return endedAt ? `Depuis le ${formatDay(dayOf(endedAt))}.` : "";
}
