import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { STATE_LABELS } from "#lib/internships/applications/labels";
import { existsApplication, findOwnApplication } from "#lib/internships/applications/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, dayOfColumn } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { noteRefusal, requireActor } from "#lib/platform/session";
import { Draft } from "./draft.tsx";
import { Sent } from "./sent.tsx";

export const metadata: Metadata = { title: "Ma candidature" };

const DONE = {
  brouillon: "Votre brouillon est enregistré.",
  cv: "Votre CV est enregistré. Relisez, puis envoyez.",
  envoi: "Votre candidature est partie. Vous recevrez la suite par e-mail.",
  retrait: "Votre candidature est retirée\u202f: votre message et votre CV ne sont plus chez l’entreprise.",
  relance: "L’entreprise est relancée.",
  partage: "Votre école peut lire cette candidature.",
  "sans-partage": "Votre école ne peut plus lire cette candidature.",
  accord:
    "Le stage est à vous. L’entreprise est prévenue\u202f; votre école aussi si vous l’avez rejointe ici, sinon dites-le-lui.",
  "creneaux-refuses": "C’est parti. L’entreprise vous proposera d’autres créneaux.",
  creneau: "Le créneau est choisi. L’invitation arrive dans vos messages.",
};

export default async function OwnApplicationPage({ params, searchParams }: PageProps<"/espace/candidatures/[id]">) {
  const { id } = await params;
  const application = await findOwnApplication(await requireActor(), id, requestTime());
  if (!application) {
    if (await existsApplication(id)) await noteRefusal("forbidden");
    notFound();
  }
  const { state, internship, structure } = application;
  const { shownFirstUntil } = internship;
  const isReserved = shownFirstUntil !== null && dayOfColumn(shownFirstUntil) >= dayOf(requestTime());
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb steps={[{ label: "Mes candidatures", href: paths.ownApplications }]} here={structure.name} />
        }
        kicker={STATE_LABELS[state]}
        title={internship.title}
        lead={
          <>
            Chez <a href={paths.member(structure.slug)}>{structure.name}</a> ·{" "}
            <a href={(isReserved ? paths.readableInternship : paths.internship)(internship.slug)}>voir l’offre</a>
          </>
        }
      />
      <DoneNotice query={await searchParams} words={DONE} />
      {state === "draft" ? <Draft application={application} /> : <Sent application={application} />}
    </>
  );
}
