import type { Metadata } from "next";
import { ButtonForm } from "#components/forms/button-form";
import { JoinProposedSchoolForm, JoinSchoolForm } from "#components/students/join-school-form";
import { ProfileForm } from "#components/students/profile-form";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { findOwnProfile } from "#lib/students/queries";
import { profileForm } from "#lib/students/rules";
import { leaveSchoolAction } from "#lib/students/school/actions";
import { findProposedSchool } from "#lib/students/school/queries";

export const metadata: Metadata = { title: "Mon profil d’étudiant" };

const DONE = {
  profil: "Votre profil est enregistré.",
  ecole: "Votre école vous suit désormais.",
  "sans-ecole": "Votre école ne voit plus rien de vos candidatures.",
};

export default async function StudentProfilePage({ searchParams }: PageProps<"/espace/profil">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const [profile, proposed] = await Promise.all([findOwnProfile(actor, now), findProposedSchool(actor, now)]);
  return (
    <>
      <PageHeader
        kicker="Étudiant"
        title="Mon profil"
        lead="Ce que les entreprises lisent de vous quand vous candidatez."
      />
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="Qui je suis, quand je suis libre" layout="stacked">
        <ProfileForm profile={profileForm(profile)} />
      </Section>
      {profile && (
        <>
          <Section title="Mon CV" id="cv" layout="stacked">
            {profile.cv ? (
              <p>
                <a href={paths.studentCvFile}>CV du {formatDay(dayOf(profile.cv.uploadedAt))}</a>
              </p>
            ) : (
              <p>Aucun CV pour l’instant.</p>
            )}
            <div className="actions">
              <ButtonLink href={paths.studentCv} kind="secondary">
                {profile.cv ? "Changer de CV" : "Ajouter mon CV"}
              </ButtonLink>
            </div>
          </Section>
          <Section title="Mon école" id="ecole" layout="stacked">
            {profile.school ? (
              <>
                <p className="measure">
                  <strong>{profile.school.name}</strong> vous suit : elle voit si vous cherchez, combien de candidatures
                  vous avez envoyées et où vous êtes pris. Ni vos messages ni vos CV, sauf ceux que vous lui montrez.
                </p>
                <ButtonForm action={leaveSchoolAction} id="quitter" fields={{}} kind="quiet">
                  Ne plus être suivi par {profile.school.name}
                </ButtonForm>
              </>
            ) : (
              <>
                {proposed && <JoinProposedSchoolForm school={proposed} />}
                <JoinSchoolForm />
              </>
            )}
          </Section>
        </>
      )}
    </>
  );
}
