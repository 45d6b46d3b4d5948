import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BallotForm } from "#components/assemblies/ballot-form";
import { LiveRefresh } from "#components/assemblies/live-refresh";
import { Proxies } from "#components/assemblies/proxies";
import { QuorumMeter } from "#components/assemblies/quorum-meter";
import { ResolutionCard } from "#components/assemblies/resolution-card";
import { ButtonForm } from "#components/forms/button-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { KIND_LABELS, PRESENCE_LABELS } from "#lib/assemblies/labels";
import { type AssemblyView, findAssembly } from "#lib/assemblies/queries";
import { checkInAction } from "#lib/assemblies/session/actions";
import { FORMAT_LABELS } from "#lib/meetings/labels";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Assemblée" };

const DONE: Record<string, string> = {
  pouvoir: "Votre pouvoir est donné, et la personne prévenue. Vous pouvez le reprendre jusqu’à l’ouverture.",
  repris: "Votre voix est de nouveau la vôtre.",
  present: "Vous êtes noté présent.",
  vote: "Votre bulletin est dans l’urne.",
};

export default async function AssemblyPage({ params, searchParams }: PageProps<"/espace/assemblees/[slug]">) {
  const { slug } = await params;
  const assembly = (await findAssembly(await requireActor(), slug, requestTime())) ?? notFound();
  const { title, kind, startsAt, endsAt, place, format, videoUrl, description, quorum, own, voters, state } = assembly;
  // Once the session is open no proxy is given any more: those that stand are told.
  const hasProxies = own.some(({ holder, holds }) => holder !== null || holds > 0);
  const hasResults = state === "closed" || state === "adjourned";
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Assemblées", href: paths.assemblies }]} here={KIND_LABELS[kind]} />}
        kicker={KIND_LABELS[kind]}
        title={title}
        lead={formatRange(startsAt, endsAt)}
        figures={[
          { value: `${quorum.present + quorum.represented} / ${quorum.called}`, words: "présents ou représentés" },
        ]}
      >
        {(hasResults || assembly.mayPreside) && (
          <div className="intentions">
            {hasResults && <ButtonLink href={paths.assemblyPdf(slug)}>Feuille de résultats (PDF)</ButtonLink>}
            {assembly.mayPreside && (
              <ButtonLink href={paths.meeting(null, slug)} kind="secondary">
                Présider
              </ButtonLink>
            )}
          </div>
        )}
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      <State assembly={assembly} />
      <Vote assembly={assembly} />
      {assembly.proxiesPerHolder > 0 &&
        (state === "convened" || (state === "open" && hasProxies)) &&
        own.length > 0 && (
          <Section
            title="Pouvoirs"
            id="pouvoirs"
            intro={`Vous ne pouvez pas venir\u202f? Donnez pouvoir à un autre votant, qui en tient ${assembly.proxiesPerHolder} au plus.`}
          >
            <Proxies assembly={assembly} />
          </Section>
        )}
      <Section title="Au vote" id="votes">
        {assembly.resolutions.length === 0 ? (
          <p>Rien n’est encore inscrit au vote.</p>
        ) : (
          <BrickList label="Résolutions">
            {assembly.resolutions.map((resolution) => (
              <ResolutionCard key={resolution.id} resolution={resolution} />
            ))}
          </BrickList>
        )}
      </Section>
      <Section title="La séance" id="seance">
        <DefinitionList
          items={[
            { term: "Où", value: place ?? "Lieu à préciser" },
            { term: "Comment", value: FORMAT_LABELS[format] },
            { term: "Visioconférence", value: videoUrl && <a href={videoUrl}>{videoUrl}</a> },
            {
              term: "Papiers",
              value:
                own.length > 0 || assembly.mayPreside ? (
                  <a href={paths.ownMeeting(slug)}>ordre du jour, documents, compte rendu</a>
                ) : null,
            },
          ]}
        />
        <Paragraphs text={description} />
      </Section>
      <Section title="Qui vote" id="votants" layout="stacked">
        <QuorumMeter quorum={quorum} />
        <Reveal label={`La liste des ${voters.length} votants`}>
          <DataTable
            caption={kind === "board" ? "Les membres du comité" : "Les structures à jour de leur cotisation"}
            rows={voters}
            rowKey={({ id }) => id}
            columns={[
              { label: "Votant", cell: ({ name }) => name },
              { label: "Présence", cell: ({ presence }) => PRESENCE_LABELS[presence] },
              {
                label: "Pouvoir donné à",
                cell: ({ holder }) => (holder ? `${holder.name}${holder.isOnPaper ? ", sur papier" : ""}` : NOTHING),
              },
            ]}
          />
        </Reveal>
      </Section>
    </>
  );
}

/** Where the session is, and what somebody who has come may do first. */
function State({ assembly }: { assembly: AssemblyView }) {
  const { state, own, isHere, startsAt, meetingId, slug, cancellation, secondCall } = assembly;
  const isNear = startsAt.getTime() - requestTime().getTime() <= 3_600_000;
  if (state === "cancelled" || state === "adjourned") {
    return (
      <div className="sheet">
        <Notice kind="warning" title={state === "cancelled" ? "Annulée" : "Levée faute de quorum"}>
          {cancellation && <p>{cancellation.reason}</p>}
          {secondCall && (
            <p>
              <a href={paths.assembly(secondCall)}>Voir la seconde convocation</a>
            </p>
          )}
        </Notice>
      </div>
    );
  }
  if (state === "closed" || own.length === 0 || isHere || !isNear) return null;
  return (
    <Section title="Vous êtes là ?">
      <p>Dites-le : votre voix compte dans le quorum, et vous pourrez voter. Un pouvoir donné vous revient.</p>
      <ButtonForm
        action={checkInAction}
        id="present"
        fields={{ assemblyId: meetingId, slug }}
        failure="Vous n’êtes pas noté présent"
        kind="primary"
      >
        Je suis là
      </ButtonForm>
    </Section>
  );
}

/** The vote under way, for whoever has a ballot left; the others wait for the next. */
function Vote({ assembly }: { assembly: AssemblyView }) {
  const { resolutions, voices, own, state, slug } = assembly;
  if (state !== "open") return null;
  const open = resolutions.find((resolution) => resolution.state === "open");
  const left = open ? voices.filter(({ id }) => !open.roll.includes(id)) : [];
  if (open && left.length > 0) {
    return (
      <Section title={open.title} id="voter" intro={open.kind === "election" ? "Élection" : "Vote ouvert"}>
        <Paragraphs text={open.text} />
        <BallotForm
          resolutionId={open.id}
          slug={slug}
          voices={left.map(({ id, name }) => ({
            id,
            label: own.some((mine) => mine.id === id) ? `Votre bulletin\u202f: ${name}` : `Par pouvoir\u202f: ${name}`,
          }))}
          choices={open.choices.map(({ id, label }) => ({ id, label }))}
          seats={open.seats}
          isSecret={open.isSecret}
        />
      </Section>
    );
  }
  return (
    <Section title="Vote" id="voter">
      <p role="status">
        {!open
          ? "Aucun vote n’est ouvert. Cette page se met à jour d’elle-même\u202f; sinon, rechargez-la."
          : voices.length > 0
            ? `«\u202f${open.title}\u202f»\u202f: vos bulletins sont dans l’urne.`
            : `«\u202f${open.title}\u202f» est au vote.`}
      </p>
      <LiveRefresh />
    </Section>
  );
}
