import { ButtonForm } from "#components/forms/button-form";
import { ApplicationSteps } from "#components/students/application-steps";
import { DeclineSlotsForm } from "#components/students/decline-slots-form";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { Paragraphs } from "#components/ui/paragraphs";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { answerPlaceAction } from "#lib/internships/applications/acceptance/actions";
import {
  nudgeCompanyAction,
  shareWithSchoolAction,
  withdrawApplicationAction,
} from "#lib/internships/applications/following/actions";
import { chooseSlotAction } from "#lib/internships/applications/interviews/actions";
import { CAUSE_LABELS } from "#lib/internships/applications/labels";
import type { OwnApplication } from "#lib/internships/applications/queries";
import { isOpen, nudgeFrom } from "#lib/internships/applications/rules";
import { requestTime } from "#lib/platform/clock";
import { dayOf, dayOfColumn, formatDay, formatDayShort, formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

type Props = { application: OwnApplication };

/** After it has left: where it stands, what the student can do about it. */
export function Sent({ application }: Props) {
  const { id, state, sentAt, readAt, endedAt, internship, refusedBecause, message, cv } = application;
  const day = (instant: Date | null) => (instant ? `le ${formatDayShort(dayOf(instant))}` : "");
  return (
    <>
      <div className="sheet">
        {state === "refused" && refusedBecause ? (
          <Notice title={`Terminée ${day(endedAt)}`}>
            <p>
              {CAUSE_LABELS[refusedBecause]} <a href={paths.internships}>Voir d’autres offres</a>
            </p>
          </Notice>
        ) : (
          state !== "withdrawn" && (
            <ApplicationSteps
              state={state}
              notes={{ received: day(sentAt), read: day(readAt), accepted: state === "accepted" ? day(endedAt) : "" }}
            />
          )
        )}
      </div>
      {state === "offered" && <PlaceOffered application={application} />}
      {state === "interview" && <Interview application={application} />}
      <Section title="En bref" layout="stacked">
        <DefinitionList
          items={[
            { term: "Envoyée", value: sentAt && formatDay(dayOf(sentAt)) },
            { term: "Lue par l’entreprise", value: readAt ? formatDay(dayOf(readAt)) : isOpen(state) && "pas encore" },
            {
              term: "Réponse promise",
              value: isOpen(state) && `au plus tard le ${formatDay(dayOfColumn(internship.answerBy))}`,
            },
            { term: "Tuteur", value: state === "accepted" && internship.tutorName },
            { term: "CV", value: cv && <a href={paths.applicationCv(id)}>CV du {formatDay(dayOf(cv.uploadedAt))}</a> },
          ]}
        />
        <Nudge application={application} />
      </Section>
      {message && (
        <Section title="Votre message" layout="stacked">
          <Paragraphs text={message} />
        </Section>
      )}
      <School application={application} />
      {(isOpen(state) || state === "accepted") && (
        <Section title={state === "accepted" ? "Renoncer" : "Retirer"} layout="stacked">
          <Reveal label={state === "accepted" ? "Renoncer à ce stage" : "Retirer ma candidature"}>
            <p className="measure">
              Votre message et votre CV sont aussitôt effacés chez l’entreprise. Vous ne pourrez pas candidater une
              seconde fois à cette offre.
            </p>
            <ButtonForm action={withdrawApplicationAction} id="retirer" fields={{ applicationId: id }}>
              {state === "accepted" ? "Oui, renoncer à ce stage" : "Oui, retirer ma candidature"}
            </ButtonForm>
          </Reveal>
        </Section>
      )}
    </>
  );
}

function PlaceOffered({ application: { id, structure } }: Props) {
  return (
    <Section
      title="Une place vous est proposée"
      layout="stacked"
      intro="Elle est à vous dès que vous l’acceptez, tant qu’il en reste."
    >
      <div className="actions">
        <ButtonForm
          action={answerPlaceAction}
          id="accepter"
          fields={{ applicationId: id, answer: "accept" }}
          kind="primary"
          failure="La place n’est pas à vous"
        >
          Accepter cette place
        </ButtonForm>
        <ButtonForm action={answerPlaceAction} id="decliner" fields={{ applicationId: id, answer: "decline" }}>
          Décliner, {structure.name} proposera à quelqu’un d’autre
        </ButtonForm>
      </div>
    </Section>
  );
}

function Interview({ application: { id, slots, structure } }: Props) {
  const chosen = slots.find(({ chosenAt }) => chosenAt);
  const open = slots.filter(({ startsAt }) => startsAt > requestTime());
  if (chosen) {
    return (
      <Section title="Votre entretien" layout="stacked">
        <DefinitionList
          items={[
            { term: "Quand", value: formatRange(chosen.startsAt, chosen.endsAt) },
            { term: "Où", value: chosen.place },
          ]}
        />
        <p>
          L’entretien figure dans l’invitation reçue par e-mail, et dans{" "}
          <a href={`${paths.meetings}#mon-agenda`}>votre agenda personnel</a> si vous y êtes abonné.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title={`${structure.name} veut vous rencontrer`}
      layout="stacked"
      intro={open.length > 0 ? "Choisissez le moment qui vous va." : undefined}
    >
      {open.length === 0 ? (
        <p>Aucun créneau n’est proposé pour l’instant : l’entreprise vous en proposera, ou vous répondra.</p>
      ) : (
        <div className="slot-list">
          {open.map(({ id: slotId, startsAt, endsAt, place }) => (
            <ButtonForm
              key={slotId}
              action={chooseSlotAction}
              id={`creneau-${slotId}`}
              fields={{ slotId, applicationId: id }}
              failure="Ce créneau n’est pas retenu"
            >
              {formatRange(startsAt, endsAt)}, {place}
            </ButtonForm>
          ))}
          <Reveal label="Aucun ne me convient">
            <DeclineSlotsForm applicationId={id} slotIds={slots.map((slot) => slot.id)} />
          </Reveal>
        </div>
      )}
    </Section>
  );
}

function Nudge({ application }: Props) {
  const from = nudgeFrom(application, requestTime());
  if (!from)
    return application.nudgedAt && <p>Vous avez relancé l’entreprise le {formatDay(dayOf(application.nudgedAt))}.</p>;
  if (from > dayOf(requestTime()))
    return <p>Sans réponse, vous pourrez la relancer une fois, à partir du {formatDay(from)}.</p>;
  return (
    <ButtonForm action={nudgeCompanyAction} id="relancer" fields={{ applicationId: application.id }}>
      Relancer l’entreprise, une fois
    </ButtonForm>
  );
}

function School({ application: { id, student, sharedWithId, state } }: Props) {
  const school = student?.school;
  if (!school || state === "withdrawn") return null;
  const isShared = sharedWithId === school.id;
  return (
    <Section title="Votre école" layout="stacked">
      <p className="measure">
        {isShared
          ? `${school.name} peut lire votre message et votre CV.`
          : `${school.name} voit que vous avez candidaté, sans lire votre message ni votre CV.`}
      </p>
      <ButtonForm
        action={shareWithSchoolAction}
        id="partager"
        fields={{ applicationId: id, isShared: String(!isShared) }}
        kind="quiet"
      >
        {isShared ? "Ne plus lui montrer" : "Lui montrer cette candidature"}
      </ButtonForm>
    </Section>
  );
}
