import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddPresentForm } from "#components/meetings/add-present-form";
import { AttendanceSheet } from "#components/meetings/attendance-sheet";
import { QrCode } from "#components/people/qr-code";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findAttendanceSheet } from "#lib/meetings/attendance/queries";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Présences" };

const DONE = { ajoute: "Cette personne est notée présente." };

type Props = PageProps<"/espace/reunions/[event]/presences">;

export default async function AttendancePage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const sheet = (await findAttendanceSheet(await requireActor(), slug, requestTime())) ?? notFound();
  const { meetingId, title, startsAt, endsAt, people, others, present, isOpen, isPublished, token } = sheet;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Mes réunions", href: paths.meetings },
              { label: title, href: paths.ownMeeting(slug) },
            ]}
            here="Présences"
          />
        }
        title="Qui est là"
        lead={`${title}, ${formatRange(startsAt, endsAt)}.`}
        figures={[{ value: `${present} / ${people.length}`, words: present > 1 ? "présents" : "présent" }]}
      >
        <ButtonLink href={paths.minutesDesk(slug)}>Passer au compte rendu</ButtonLink>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      {!isOpen && (
        <div className="sheet">
          <Notice title="L’appel n’est pas ouvert">
            <p>Il s’ouvre une heure avant la réunion, sur cet écran comme par le code.</p>
          </Notice>
        </div>
      )}
      {isPublished && (
        <div className="sheet">
          <Notice title="Le compte rendu est publié">
            <p>Les présences ne changent plus.</p>
          </Notice>
        </div>
      )}
      {isOpen && !isPublished && (
        <>
          <Section title="L’appel" layout="stacked">
            <AttendanceSheet
              meetingId={meetingId}
              people={people.map(({ id, name, state, reply, representedBy }) => ({
                id,
                name,
                state,
                reply,
                representedBy,
              }))}
            />
          </Section>
          {others.length > 0 && (
            <Section title="Quelqu’un d’imprévu">
              <AddPresentForm meetingId={meetingId} others={others} />
            </Section>
          )}
          <Section
            title="Par le code"
            id="code"
            intro="Projetez-le ou posez-le sur la table : chacun le lit avec son téléphone, se connecte et dit « Je suis là »."
          >
            <QrCode text={absolute(paths.presence(token))} label="Code à lire pour émarger" />
            <p className="text-ardoise">Il ne vaut que d’une heure avant la réunion à une heure après.</p>
          </Section>
        </>
      )}
    </>
  );
}
