import { writeToMemberAction } from "#lib/needs/follow/actions";
import type { findFollowedNeed } from "#lib/needs/follow/queries";
import { DECLINE_LABELS } from "#lib/needs/labels";
import { dayOf, dayOfColumn, daysBetween, formatDay, formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { NeedTalk } from "./need-talk.tsx";
import { WordForm } from "./word-form.tsx";

type Followed = NonNullable<Awaited<ReturnType<typeof findFollowedNeed>>>;
type Props = { introduction: Followed["introductions"][number]; token: string; isClosed: boolean; now: Date };

/** One member that was asked, as the buyer sees it: what it answered, or the clock of its answer, and the talk. */
export function AskedMember({ introduction, token, isClosed, now }: Props) {
  const { structure, state, messages, contact } = introduction;
  const canWrite = !isClosed && (state === "interested" || state === "asking");
  return (
    <article className="need-asked">
      <h3>
        <a href={paths.member(structure.slug)}>{structure.name}</a>
      </h3>
      <p>{stateInWords(introduction, now)}</p>
      {(contact?.phone || contact?.email) && (
        <p>
          {contact.phone && <a href={`tel:${contact.phone.replaceAll(" ", "")}`}>{contact.phone}</a>}
          {contact.phone && contact.email && " · "}
          {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
        </p>
      )}
      <NeedTalk messages={messages} mine="buyer" otherName={structure.name} />
      {canWrite && (
        <WordForm
          action={writeToMemberAction}
          id={`ecrire-${structure.slug}`}
          fields={{ token, member: structure.slug }}
          label={`Écrire à ${structure.name}`}
        />
      )}
    </article>
  );
}

function stateInWords({ state, dueAt, answeredAt, promisedOn, declineReason }: Props["introduction"], now: Date) {
  const promise = promisedOn && ` Proposition promise pour le ${formatDay(dayOfColumn(promisedOn))}.`;
  switch (state) {
    case "waiting":
      return dueAt ? (
        <>
          Réponse promise avant le <time dateTime={dueAt.toISOString()}>{formatInstant(dueAt)}</time>
          {remaining(dueAt, now)}
        </>
      ) : (
        "Sollicité."
      );
    case "asking":
      return <>A une question avant de se prononcer.{promise}</>;
    case "interested":
      return (
        <>
          Intéressé{answeredAt && `, depuis le ${formatInstant(answeredAt)}`} : vous avez ses coordonnées, il a les
          vôtres.{promise}
        </>
      );
    case "declined":
      return `Ne peut pas répondre\u202f: ${declineReason ? DECLINE_LABELS[declineReason].toLowerCase() : "sans précision"}.`;
    case "silent":
      return "N’a pas répondu à temps\u202f: nous avons passé votre besoin à un autre adhérent.";
    case "won":
      return "Vous l’avez retenu.";
    case "chosen":
      return "Choisi.";
  }
}

function remaining(dueAt: Date, now: Date): string {
  const days = daysBetween(dayOf(now), dayOf(dueAt));
  if (days < 0 || dueAt < now) return " : le délai est passé, nous sollicitons quelqu’un d’autre.";
  if (days === 0) return " : aujourd’hui.";
  return ` : encore ${count(days, "jour")}.`;
}
