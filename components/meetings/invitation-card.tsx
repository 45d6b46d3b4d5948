import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import type { InvitationView } from "#lib/meetings/invitations/queries";
import { REPLY_STATES } from "#lib/meetings/labels";
import { dayOf, formatDay, formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { ReplyForm } from "./reply-form.tsx";

type Props = { invitation: InvitationView; target: { token: string } | { invitationId: string } };

/** A meeting somebody is called to: when, where, and their answer. */
export function InvitationCard({ invitation: { event, reply, videoUrl }, target }: Props) {
  const { slug, kind, title, startsAt, endsAt, place, commission, cancellation, description } = event;
  const isVoted = kind === "board_meeting" || kind === "general_assembly";
  return (
    <BrickRow
      title={cancellation ? <del>{title}</del> : title}
      lead={<DateBlock day={dayOf(startsAt)} />}
      kicker={commission && <CommissionLabel slug={commission.slug} name={commission.name} />}
      aside={<p>{cancellation ? "Annulée" : `Votre réponse : ${REPLY_STATES[reply ?? "none"]}`}</p>}
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
      {cancellation ? (
        <p>{cancellation.reason}</p>
      ) : (
        <ReplyForm target={target} reply={reply} about={`la réunion du ${formatDay(dayOf(startsAt))}`} />
      )}
    </BrickRow>
  );
}
