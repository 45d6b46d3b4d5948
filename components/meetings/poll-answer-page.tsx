import { DateBlock } from "#components/ui/date-block";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { ROOM_STATE_LABELS } from "#lib/meetings/polls/labels";
import type { OwnPoll } from "#lib/meetings/polls/queries";
import type { Query } from "#lib/platform/address";
import { dayOf, formatInstant, formatRange, formatTime } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { PollAnswerForm } from "./poll-answer-form.tsx";
import { PollResults } from "./poll-results.tsx";

type Props = { own: OwnPoll; target: { token: string } | { pollId: string }; query: Query };

/** What somebody asked sees of a poll: their answers, then everybody's. */
export function PollAnswerPage({ own: { poll, personId }, target, query }: Props) {
  const me = poll.voters.find(({ id }) => id === personId);
  const kept = poll.slots.find(({ id }) => id === poll.chosenSlotId);
  const slots = poll.slots
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ id, startsAt, endsAt, room, choices, tally }) => {
      const coming = tally.yes + tally.ifNeedBe;
      const isLent = room?.isOurs && room.state === "taken";
      return {
        id,
        label: formatRange(startsAt, endsAt),
        date: (
          <>
            <DateBlock day={dayOf(startsAt)} />
            <p>
              de {formatTime(startsAt)} à {formatTime(endsAt)}
            </p>
          </>
        ),
        facts: [
          ...(room ? [`${room.name} (${isLent ? "salle confirmée" : ROOM_STATE_LABELS[room.state]})`] : []),
          ...(coming > 0 ? [count(coming, "personne disponible", "personnes disponibles")] : []),
        ].join(" · "),
        mine: choices.find((choice) => choice.personId === personId)?.choice ?? null,
      };
    });
  return (
    <>
      <PageHeader
        kicker={poll.commission.slug ? `Commission ${poll.commission.name}` : poll.commission.name}
        title={poll.title}
        lead={
          poll.isOpen
            ? `Bonjour ${me?.name ?? ""}, quelles dates vous conviennent\u202f? Vous pouvez répondre, et changer d’avis, jusqu’au ${formatInstant(poll.deadline)}.`
            : "Les réponses à ce sondage sont closes."
        }
      >
        <Paragraphs text={poll.description} />
      </PageHeader>
      <DoneNotice
        query={query}
        words={{
          reponse:
            "Vos réponses sont enregistrées. Dès que la date sera fixée, vous recevrez une invitation pour votre agenda.",
        }}
      />
      {poll.isOpen ? (
        <Section title="Vos disponibilités">
          <PollAnswerForm target={target} slots={slots} />
        </Section>
      ) : (
        <Section title="La date">
          <p>
            {kept
              ? `La date retenue est ${formatRange(kept.startsAt, kept.endsAt)}. L’invitation vous a été envoyée.`
              : "La date reste à choisir\u202f; vous recevrez une invitation."}
          </p>
        </Section>
      )}
      <Section title="Les réponses du groupe" intro="Les noms sont visibles du groupe, les adresses de personne.">
        <PollResults poll={poll} />
      </Section>
    </>
  );
}
