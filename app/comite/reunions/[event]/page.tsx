import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChairResolution } from "#components/assemblies/chair-resolution";
import { PaperProxies } from "#components/assemblies/paper-proxies";
import { PresenceTable } from "#components/assemblies/presence-table";
import { ResolutionForm } from "#components/assemblies/resolution-form";
import { SessionSteps } from "#components/assemblies/session-steps";
import { ChangeMeeting } from "#components/meetings/change-meeting";
import { RoomRequests } from "#components/rooms/room-requests";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable } from "#components/ui/data-table";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { moveAssemblyAction } from "#lib/assemblies/convening/actions";
import { KIND_LABELS } from "#lib/assemblies/labels";
import { findAssembly } from "#lib/assemblies/queries";
import { FORMAT_LABELS, REPLY_STATES } from "#lib/meetings/labels";
import { findMeeting } from "#lib/meetings/schedule/queries";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { listLentRooms } from "#lib/rooms/venues/queries";

export const metadata: Metadata = { title: "Présider" };

const DONE: Record<string, string> = {
  convoquee: "La convocation est partie, avec de quoi entrer dans l’agenda de chacun.",
  deplacee: "Le changement est annoncé\u202f: les agendas suivront.",
  annulee: "La séance est annulée\u202f: chacun est prévenu, la salle est rendue.",
  ouverte: "La séance est ouverte.",
  levee: "La séance est levée, faute de quorum.",
  close: "La séance est close, les résultats sont publiés.",
  resolution: "La résolution est ajoutée.",
  candidats: "Les candidats sont à jour.",
  retiree: "La résolution est retirée.",
  vote: "Le vote est ouvert\u202f: les votants présents le voient sur leur téléphone.",
  resultat: "Le vote est fermé, son résultat ne changera plus.",
  mains: "Les mains levées sont notées.",
  papier: "Le pouvoir papier est noté\u202f: qui l’a signé en est prévenu.",
  "papier-retire": "Le pouvoir papier est retiré.",
};

/** People may say that they are there an hour before. */
const NEAR_MS = 3_600_000;

export default async function ChairPage({ params, searchParams }: PageProps<"/comite/reunions/[event]">) {
  const actor = await requireRight("preside", "Assembly");
  const now = requestTime();
  const { event: slug } = await params;
  const [assembly, meeting] = await Promise.all([findAssembly(actor, slug, now), findMeeting(actor, slug, now)]);
  if (!assembly || !meeting) notFound();
  const { kind, title, startsAt, endsAt, quorum, state, resolutions, meetingId, description } = assembly;
  const isNear = startsAt.getTime() - now.getTime() <= NEAR_MS;
  const isLive = state === "convened" || state === "open";
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Réunions", href: paths.boardMeetings }]} here={KIND_LABELS[kind]} />}
        kicker={KIND_LABELS[kind]}
        title={title}
        lead={formatRange(startsAt, endsAt)}
        figures={[
          { value: `${quorum.present + quorum.represented} / ${quorum.called}`, words: "présents ou représentés" },
        ]}
      >
        <div className="intentions">
          <ButtonLink href={paths.assembly(slug)} kind="secondary">
            Voter, donner pouvoir
          </ButtonLink>
        </div>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="La séance" id="seance">
        {assembly.cancellation ? (
          <Notice kind="warning" title="Annulée">
            <p>{assembly.cancellation.reason}</p>
          </Notice>
        ) : (
          <SessionSteps assembly={assembly} isNear={isNear} />
        )}
      </Section>
      <Section title="Au vote" id="votes">
        {resolutions.length > 0 && (
          <BrickList label="Résolutions">
            {resolutions.map((resolution) => (
              <ChairResolution key={resolution.id} assembly={assembly} resolution={resolution} />
            ))}
          </BrickList>
        )}
        {isLive && (
          <Reveal label="Ajouter une résolution ou une élection">
            <ResolutionForm
              assemblyId={meetingId}
              slug={slug}
              majority={kind === "extraordinary" ? "two_thirds" : "simple"}
            />
          </Reveal>
        )}
      </Section>
      <Section title="Présence" id="presence" layout="stacked">
        <PresenceTable assembly={assembly} mayNote={isLive && isNear} />
        {isLive && isNear && <PaperProxies assembly={assembly} />}
      </Section>
      <Section title="Convocation" id="convocation" layout="stacked">
        <DefinitionList
          items={[
            { term: "Où", value: meeting.place ?? "Lieu à préciser" },
            { term: "Comment", value: FORMAT_LABELS[meeting.format] },
            { term: "Visioconférence", value: meeting.videoUrl && <a href={meeting.videoUrl}>{meeting.videoUrl}</a> },
          ]}
        />
        <RoomRequests bookings={meeting.roomBookings} />
        <Paragraphs text={description} />
        <Reveal label="Les réponses des personnes convoquées">
          <DataTable
            caption="Les personnes convoquées"
            rows={meeting.replies}
            rowKey={({ id }) => id}
            columns={[
              { label: "Nom", cell: ({ name }) => name },
              { label: "Réponse", cell: ({ reply }) => REPLY_STATES[reply ?? "none"] },
            ]}
          />
        </Reveal>
      </Section>
      {state === "convened" && endsAt > now && (
        <ChangeMeeting
          meeting={meeting}
          rooms={await listLentRooms(actor, now)}
          action={moveAssemblyAction}
          mayShortenNotice={kind === "board"}
        />
      )}
    </>
  );
}
