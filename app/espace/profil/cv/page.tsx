import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CvForm } from "#components/students/cv-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths, safeNext } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { CV_REFUSALS } from "#lib/students/cv/labels";
import { findOwnProfile } from "#lib/students/queries";

export const metadata: Metadata = { title: "Mon CV" };

export default async function StudentCvPage({ searchParams }: PageProps<"/espace/profil/cv">) {
  const query = await searchParams;
  const profile = await findOwnProfile(await requireActor(), requestTime());
  if (!profile) redirect(paths.studentProfile);
  const refusal = Object.entries(CV_REFUSALS).find(([code]) => code === readParameter(query, "refus"));
  const suite = readParameter(query, "suite");
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Mon profil", href: paths.studentProfile }]} here="Mon CV" />}
        title={profile.cv ? "Changer de CV" : "Joindre mon CV"}
        lead={
          suite
            ? "Votre brouillon est enregistré. Dernière étape avant de relire et d’envoyer."
            : "Il part avec vos prochaines candidatures."
        }
      />
      <DoneNotice query={query} words={{ cv: "Votre CV est enregistré." }} />
      <Section title="Le fichier" layout="stacked">
        {profile.cv && (
          <p>
            <a href={paths.studentCvFile}>Votre CV du {formatDay(dayOf(profile.cv.uploadedAt))}</a> part avec vos
            prochaines candidatures. Celles déjà envoyées gardent le leur.
          </p>
        )}
        <CvForm action={writeAddress(paths.studentCvFile, { suite })} refusal={refusal?.[1]} />
        {suite && profile.cv && (
          <p>
            <a href={safeNext(suite)}>Garder ce CV et continuer</a>
          </p>
        )}
      </Section>
    </>
  );
}
