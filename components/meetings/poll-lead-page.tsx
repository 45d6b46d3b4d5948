import type { ReactNode } from "react";
import { ButtonForm } from "#components/forms/button-form";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { abandonPollAction, closePollAction, remindVotersAction } from "#lib/meetings/polls/actions";
import type { PollView } from "#lib/meetings/polls/queries";
import { explainBest } from "#lib/meetings/polls/rules";
import type { Query } from "#lib/platform/address";
import { formatInstant, formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { AddSlotForm } from "./add-slot-form.tsx";
import { ExtendPollForm } from "./extend-poll-form.tsx";
import { PollDates } from "./poll-dates.tsx";
import { PollResults } from "./poll-results.tsx";
import { PollVoters } from "./poll-voters.tsx";

const DONE: Record<string, string> = {
  ouvert: "Le sondage est ouvert\u202f: chacun vient de recevoir son lien.",
  relance: "Ceux qui n’ont pas répondu viennent de recevoir un rappel.",
  clos: "Les réponses sont closes. Il reste à retenir une date.",
  lien: "Un nouveau lien est parti\u202f; l’ancien ne vaut plus rien.",
  date: "La date est ajoutée.",
  retrait: "La date est retirée.",
  rouvert: "Les réponses sont rouvertes.",
  abandonne: "Le sondage est abandonné\u202f: ceux qui avaient répondu en sont prévenus, les salles sont rendues.",
  salle: "La demande de salle est partie\u202f; la salle est gardée en attendant la réponse.",
};

type Props = { poll: PollView; query: Query; breadcrumb: ReactNode };

/** A poll as whoever leads sees it: the best date and why, every date, who answered. */
export function PollLeadPage({ poll, query, breadcrumb }: Props) {
  const answered = poll.voters.filter(({ hasAnswered }) => hasAnswered).length;
  return (
    <>
      <PageHeader
        breadcrumb={breadcrumb}
        title={poll.title}
        lead={leadOf(poll)}
        figures={[{ value: `${answered} / ${poll.voters.length}`, words: "réponses" }]}
      />
      <DoneNotice query={query} words={DONE} />
      <Best poll={poll} />
      <Section title="Les dates" layout="stacked">
        <PollDates poll={poll} />
        {poll.isOpen && <AddSlotForm pollId={poll.id} />}
      </Section>
      <Section title="Qui peut venir" layout="stacked">
        <PollResults poll={poll} />
      </Section>
      <Section title="Le groupe" layout="stacked">
        {poll.isOpen && (
          <div className="intentions mb-6">
            <ButtonForm
              action={remindVotersAction}
              id="relancer"
              fields={{ pollId: poll.id }}
              failure="La relance n’est pas partie"
            >
              Relancer ceux qui n’ont pas répondu
            </ButtonForm>
            <ButtonForm
              action={closePollAction}
              id="clore"
              fields={{ pollId: poll.id }}
              failure="Le sondage n’est pas clos"
              kind="quiet"
            >
              Clore les réponses
            </ButtonForm>
          </div>
        )}
        <PollVoters poll={poll} />
      </Section>
      <Afterwards poll={poll} />
    </>
  );
}

function leadOf({ isOpen, isAbandoned, deadline }: PollView): string {
  if (isAbandoned) return "Abandonné\u202f: aucune date n’en sera retenue.";
  return isOpen ? `Ouvert jusqu’au ${formatInstant(deadline)}.` : "Les réponses sont closes.";
}

/** What can be done of a poll that leads nowhere: more time, or none. */
function Afterwards({ poll: { id, isOpen, isAbandoned, chosenSlotId, eventId } }: { poll: PollView }) {
  if (chosenSlotId || eventId) return null;
  return (
    <Section title={"Et si aucune date ne va\u202f?"} layout="stacked">
      {!isOpen && (
        <Reveal label="Rouvrir les réponses">
          <ExtendPollForm pollId={id} />
        </Reveal>
      )}
      {!isAbandoned && (
        <Reveal label="Abandonner ce sondage">
          <p>Aucune date n’en sera retenue. Ceux qui ont répondu sont prévenus, les salles demandées sont rendues.</p>
          <ButtonForm
            action={abandonPollAction}
            id="abandonner"
            fields={{ pollId: id }}
            failure="Le sondage n’est pas abandonné"
          >
            Oui, abandonner ce sondage
          </ButtonForm>
        </Reveal>
      )}
    </Section>
  );
}

function Best({ poll }: { poll: PollView }) {
  const { ranking, slots, chosenSlotId, quorum, eventSlug, commission } = poll;
  const chosen = slots.find(({ id }) => id === chosenSlotId);
  if (chosen) {
    return (
      <Section title="La date retenue">
        <p>
          {formatRange(chosen.startsAt, chosen.endsAt)}
          {eventSlug && (
            <>
              {" : "}
              <a href={paths.meeting(commission.slug, eventSlug)}>voir la réunion</a>
            </>
          )}
        </p>
      </Section>
    );
  }
  const best = slots.find(({ id }) => id === ranking[0]?.id);
  return (
    <Section title="La meilleure date">
      {poll.eventId && (
        <Notice kind="warning" title="Le sondage est rouvert">
          <p>
            La salle de la date retenue a été refusée. Retenez une autre date : la réunion sera déplacée dans l’agenda
            de chacun. Ou demandez une autre salle depuis{" "}
            {eventSlug && <a href={paths.meeting(commission.slug, eventSlug)}>la page de la réunion</a>}.
          </p>
        </Notice>
      )}
      {best ? (
        <>
          <p className="display text-2xl">{formatRange(best.startsAt, best.endsAt)}</p>
          <ul className="prose">
            {explainBest(ranking, quorum).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="text-ardoise">
            L’ordre des critères : le quorum ({count(quorum, "structure")}), les personnes clés, une salle, le nombre de
            disponibles, puis de oui sans réserve ; à égalité, la date la plus proche.
          </p>
        </>
      ) : (
        <p>Il ne reste aucune date. Ajoutez-en une.</p>
      )}
    </Section>
  );
}
