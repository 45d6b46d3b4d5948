import { ButtonForm } from "#components/forms/button-form";
import { DraftForm } from "#components/students/draft-form";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { discardDraftAction } from "#lib/internships/applications/actions";
import type { OwnApplication } from "#lib/internships/applications/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

/** Before it leaves: the CV, the words, one button. */
export function Draft({ application: { id, message, student, internship } }: { application: OwnApplication }) {
  const cv = student?.cvs[0];
  const isOver = internship.closedAt !== null || dayOfColumn(internship.applyBefore) < dayOf(requestTime());
  return (
    <>
      {isOver && (
        <div className="sheet">
          <Notice kind="warning" title="Cette offre n’est plus ouverte">
            <p>
              Vous ne pouvez plus envoyer cette candidature, mais votre texte est gardé : il servira ailleurs.{" "}
              <a href={paths.internships}>Voir les offres ouvertes</a>
            </p>
          </Notice>
        </div>
      )}
      <Section title="Votre CV" layout="stacked">
        {cv ? (
          <p>
            <a href={paths.studentCvFile}>CV du {formatDay(dayOf(cv.uploadedAt))}</a>, joint à l’envoi.{" "}
            <a href={paths.studentCvThen(paths.ownApplication(id))}>En changer</a>
          </p>
        ) : (
          <ButtonLink href={paths.studentCvThen(paths.ownApplication(id))}>Joindre mon CV</ButtonLink>
        )}
      </Section>
      <Section
        title="Votre message"
        layout="stacked"
        intro={`À envoyer avant le ${formatDay(dayOfColumn(internship.applyBefore))} au soir.`}
      >
        <DraftForm applicationId={id} message={message} canSend={cv !== undefined && !isOver} />
        <Reveal label="Jeter ce brouillon">
          <ButtonForm action={discardDraftAction} id="jeter" fields={{ applicationId: id }}>
            Oui, jeter ce brouillon
          </ButtonForm>
        </Reveal>
      </Section>
    </>
  );
}
