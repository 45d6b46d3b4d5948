import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import type { InvitationView } from "#lib/meetings/invitations/queries";
import { REPLY_STATES } from "#lib/meetings/labels";
import { dayOf, formatDay, formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { ReplyForm } from "./reply-form.tsx";

type Props = { invitation: InvitationView; target: { token: string } | { invitationId: string } };

/** A meeting somebody is called to: when, where, what about, and their answer. */
export function InvitationCard({ invitation, target }: Props) {
  const { event, reply, videoUrl, agenda, others, representedById } = invitation;
  const { slug, kind, title, startsAt, endsAt, place, commission, cancellation, description } = event;
  const representative = others.find(({ id }) => id === representedById);
  const isVoted = kind === "board_meeting" || kind === "general_assembly";
  return (
    <BrickRow
      title={cancellation ? <del>{title}</del> : title}
      {...("invitationId" in target ? { href: paths.ownMeeting(slug) } : {})}
      lead={<DateBlock day={dayOf(startsAt)} />}
      kicker={commission && <CommissionLabel slug={commission.slug} name={commission.name} />}
      aside={
        <p>
          {cancellation
            ? "Annulée"
            : `Votre réponse\u202f: ${REPLY_STATES[reply ?? "none"]}${representative ? ` par ${representative.name}` : ""}`}
        </p>
      }
    >
      <p>
        {formatRange(startsAt, endsAt)}, {place ?? "lieu à préciser"}
      </p>
      {videoUrl && (
        <p>
          <a href={videoUrl}>Rejoindre la visioconférence</a>
        </p>
      )}
      {isVoted && (
        <p>
          <a href={paths.assembly(slug)}>Voir les votes, donner pouvoir</a>
        </p>
      )}
      {description && <p className="text-ardoise">{description}</p>}
      {agenda.length > 0 && (
        <ol className="agenda-short" aria-label="Ordre du jour">
          {agenda.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      )}
      {cancellation ? (
        <p>{cancellation.reason}</p>
      ) : (
        <ReplyForm
          target={target}
          reply={reply}
          representedById={representedById}
          others={others}
          about={`la réunion du ${formatDay(dayOf(startsAt))}`}
        />
      )}
    </BrickRow>
  );
}
