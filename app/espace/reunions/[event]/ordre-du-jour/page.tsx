import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { AgendaItemForm } from "#components/meetings/agenda-item-form";
import { AgendaList } from "#components/meetings/agenda-list";
import { PaperForm } from "#components/meetings/paper-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import {
  acceptItemAction,
  moveItemAction,
  pullExpectationAction,
  pullTopicAction,
  removeItemAction,
} from "#lib/meetings/agenda/actions";
import {
  findMeetingSheet,
  listExpectationsToTake,
  listOpenTopics,
  type MeetingSheet,
} from "#lib/meetings/agenda/queries";
import { removePaperAction } from "#lib/meetings/papers/actions";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay, formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Ordre du jour" };

const DONE = {
  ajoute: "Le point est à l’ordre du jour, en dernier.",
  modifie: "Le point est enregistré.",
  retenu: "La proposition est à l’ordre du jour, en dernier.",
  range: "L’ordre est changé.",
  retire: "C’est retiré.",
  joint: "Le document est joint.",
};

type Props = PageProps<"/espace/reunions/[event]/ordre-du-jour">;

export default async function AgendaPage({ params, searchParams }: Props) {
  const { event: slug } = await params;
  const actor = await requireActor();
  const now = requestTime();
  const meeting = await findMeetingSheet(actor, slug, now);
  if (!meeting?.isRunner || meeting.isOver) notFound();
  const [topics, expectations] = await Promise.all([
    listOpenTopics(actor, slug, now),
    listExpectationsToTake(actor, slug, now),
  ]);
  const { id: meetingId, event, items, proposals, people } = meeting;
  const planned = items.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  const lasts = (event.endsAt.getTime() - event.startsAt.getTime()) / 60_000;
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Mes réunions", href: paths.meetings },
              { label: event.title, href: paths.ownMeeting(slug) },
            ]}
            here="Ordre du jour"
          />
        }
        title="Ordre du jour"
        lead={`${event.title}, ${formatRange(event.startsAt, event.endsAt)}.`}
        figures={[{ value: `${planned} / ${lasts}`, words: "minutes prévues" }]}
      >
        <ButtonLink href={paths.convocationPdf(slug)} kind="secondary">
          La convocation (PDF)
        </ButtonLink>
      </PageHeader>
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="Les points" id="points" layout="stacked">
        {planned > lasts && (
          <Notice kind="warning" title="L’ordre du jour déborde">
            <p>
              Il compte {count(planned, "minute")}, la réunion en dure {lasts}.
            </p>
          </Notice>
        )}
        {items.length === 0 ? (
          <EmptyState title="Aucun point pour l’instant">
            <p>Écrivez le premier, reprenez ce qui est resté ouvert, ou inscrivez une attente des adhérents.</p>
          </EmptyState>
        ) : (
          <AgendaList items={items} tools={(item, index) => <Tools item={item} index={index} meeting={meeting} />} />
        )}
        <h3>Ajouter un point</h3>
        <AgendaItemForm target={{ meetingId }} people={people} label="Ajouter ce point" />
      </Section>
      {proposals.length > 0 && <Proposals proposals={proposals} />}
      {topics.length > 0 && <Topics topics={topics} meetingId={meetingId} />}
      {expectations.length > 0 && <Expectations expectations={expectations} meeting={meeting} />}
      <Section title="Documents" id="documents">
        <Papers meeting={meeting} />
        <PaperForm meetingId={meetingId} items={items.map(({ id, title }) => ({ id, title }))} />
      </Section>
    </>
  );
}

function Tools({
  item,
  index,
  meeting,
}: {
  item: MeetingSheet["items"][number];
  index: number;
  meeting: MeetingSheet;
}) {
  const { id, title } = item;
  return (
    <>
      <div className="agenda-moves">
        {index > 0 && (
          <ButtonForm action={moveItemAction} id={`monter-${id}`} fields={{ itemId: id, direction: "up" }}>
            ↑<span className="sr-only"> Monter {title}</span>
          </ButtonForm>
        )}
        {index < meeting.items.length - 1 && (
          <ButtonForm action={moveItemAction} id={`descendre-${id}`} fields={{ itemId: id, direction: "down" }}>
            ↓<span className="sr-only"> Descendre {title}</span>
          </ButtonForm>
        )}
      </div>
      <Reveal
        label={
          <>
            Modifier<span className="sr-only"> {title}</span>
          </>
        }
      >
        <AgendaItemForm target={{ itemId: id }} people={meeting.people} item={item} label="Enregistrer ce point" />
        <Act action={removeItemAction} id={id} verb="Retirer de l’ordre du jour" about={title} kind="quiet" />
      </Reveal>
    </>
  );
}

function Proposals({ proposals }: Pick<MeetingSheet, "proposals">) {
  return (
    <Section title="Propositions" id="propositions" layout="stacked">
      <BrickList>
        {proposals.map(({ id, title, durationMinutes, proposedBy }) => (
          <BrickRow
            key={id}
            title={title}
            kicker={proposedBy ? `Proposé par ${proposedBy}` : undefined}
            aside={
              <div className="intentions">
                <Act action={acceptItemAction} id={id} verb="Retenir" about={title} />
                <Act action={removeItemAction} id={id} verb="Écarter" about={title} kind="quiet" />
              </div>
            }
          >
            <p>{durationMinutes} min</p>
          </BrickRow>
        ))}
      </BrickList>
    </Section>
  );
}

function Topics({ topics, meetingId }: { topics: Awaited<ReturnType<typeof listOpenTopics>>; meetingId: string }) {
  return (
    <Section title="Restés ouverts" id="restes-ouverts" intro="Ce que les réunions précédentes ont laissé à revoir.">
      <BrickList>
        {topics.map(({ id, text, meeting: raised }) => (
          <BrickRow
            key={id}
            title={text}
            aside={
              <ButtonForm action={pullTopicAction} id={`reprendre-${id}`} fields={{ meetingId, topicId: id }}>
                Reprendre<span className="sr-only"> {text}</span>
              </ButtonForm>
            }
          >
            <p>Réunion du {formatDay(dayOf(raised.event.startsAt))}</p>
          </BrickRow>
        ))}
      </BrickList>
    </Section>
  );
}

type ExpectationsProps = {
  expectations: Awaited<ReturnType<typeof listExpectationsToTake>>;
  meeting: MeetingSheet;
};

function Expectations({ expectations, meeting: { id: meetingId, event } }: ExpectationsProps) {
  return (
    <Section title="Attentes des adhérents" id="attentes" intro="Les plus portées d’abord.">
      <BrickList>
        {expectations.map(({ id, title, voiceCount }) => (
          <BrickRow
            key={id}
            title={title}
            href={paths.expectation(id)}
            aside={
              <ButtonForm
                action={pullExpectationAction}
                id={`inscrire-${id}`}
                fields={{ id, meetingId, event: event.slug, durationMinutes: "15" }}
              >
                Inscrire<span className="sr-only"> {title}</span>
              </ButtonForm>
            }
          >
            <p>{count(voiceCount, "voix", "voix")}</p>
          </BrickRow>
        ))}
      </BrickList>
    </Section>
  );
}

function Act({
  action,
  id,
  verb,
  about,
  kind = "secondary",
}: {
  action: typeof acceptItemAction;
  id: string;
  verb: string;
  about: string;
  kind?: "secondary" | "quiet";
}) {
  return (
    <ButtonForm action={action} id={`${verb.toLowerCase().slice(0, 4)}-${id}`} fields={{ itemId: id }} kind={kind}>
      {verb}
      <span className="sr-only"> : {about}</span>
    </ButtonForm>
  );
}

function Papers({ meeting: { papers, items } }: { meeting: MeetingSheet }) {
  const all = [...papers, ...items.flatMap((item) => item.papers)];
  if (all.length === 0) return <p>Aucun document pour l’instant.</p>;
  return (
    <ul className="papers">
      {all.map(({ id, name }) => (
        <li key={id}>
          <a href={paths.meetingPaper(id)} download>
            {name}
          </a>
          <Reveal
            label={
              <>
                Retirer<span className="sr-only"> {name}</span>
              </>
            }
          >
            <p>Le fichier est effacé pour tout le monde : cela ne se défait pas.</p>
            <ButtonForm action={removePaperAction} id={`document-${id}`} fields={{ paperId: id }}>
              Retirer ce document
            </ButtonForm>
          </Reveal>
        </li>
      ))}
    </ul>
  );
}
