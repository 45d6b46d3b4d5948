import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MatchRows } from "#components/exchange/match-rows";
import { Talk } from "#components/exchange/talk";
import { ButtonForm } from "#components/forms/button-form";
import { WordForm } from "#components/needs/word-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { TagList } from "#components/ui/tag-list";
import { closeExchangeAction, extendExchangeAction } from "#lib/exchange/actions";
import { DIRECTION_VERBS, KIND_LABELS, STATE_LABELS } from "#lib/exchange/labels";
import { listMatches } from "#lib/exchange/matches/queries";
import { type ExchangePage, findExchange } from "#lib/exchange/queries";
import { answerExchangeAction } from "#lib/exchange/talks/actions";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Une annonce" };

const DONE: Record<string, string> = {
  publie: "L’annonce est publiée. Les adhérents qu’elle concerne la verront dans leur prochain résumé.",
  change: "L’annonce est modifiée.",
  prolonge: "L’annonce attend des réponses trois mois de plus.",
  message: "Votre message est parti : l’autre structure est prévenue par e-mail.",
  clos: "L’annonce est close.",
  merci: "Votre mot est enregistré, et l’autre structure prévenue.",
  accord: "Votre accord est noté.",
  retrait: "Votre accord est repris : ce mot ne paraît plus.",
};

export default async function ExchangePageView({ params, searchParams }: PageProps<"/espace/echanges/[id]">) {
  const { id } = await params;
  const [actor, now] = [await requireRight("read", "SkillExchange"), requestTime()];
  const exchange = (await findExchange(actor, id, now)) ?? notFound();
  const { title, direction, structure, isOwner, talks, state } = exchange;
  const isWaiting = state === "open" || state === "in_talk";
  const matches = isOwner && isWaiting ? await listMatches(actor, now, id) : [];
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Coups de main", href: paths.exchanges }]} here={title} />}
        kicker={isOwner ? STATE_LABELS[state] : `${structure.name} ${DIRECTION_VERBS[direction]}`}
        title={title}
      />
      <DoneNotice query={await searchParams} words={DONE} />
      <Facts exchange={exchange} />
      {matches.length > 0 && (
        <Section title="Rencontres" intro="Sans attendre qu’on vous réponde : écrivez les premiers.">
          <MatchRows matches={matches} />
        </Section>
      )}
      {(isOwner || talks.length > 0) && (
        <Section
          title={isOwner ? "Réponses" : "Votre discussion"}
          intro="Chaque discussion n’est lue que par ses deux structures."
        >
          {talks.length === 0 ? (
            <EmptyState title="Personne n’a encore répondu" />
          ) : (
            talks.map((talk) => <Talk key={talk.id} exchange={exchange} talk={talk} />)
          )}
        </Section>
      )}
      {!isOwner && talks.length === 0 && isWaiting && (
        <Section title="Répondre" intro={`${structure.name} reçoit votre mot par e-mail, et vous répond ici.`}>
          <WordForm action={answerExchangeAction} id="repondre" fields={{ exchangeId: id }} label="Votre message" />
        </Section>
      )}
      {isOwner && !exchange.closing && <Ending exchange={exchange} />}
    </>
  );
}

function Facts({ exchange }: { exchange: ExchangePage }) {
  const { id, kind, body, hours, structure, skills, postedAt, expiresAt, closing, isOwner, state } = exchange;
  return (
    <Section title="L’annonce">
      <Paragraphs text={body} />
      <div className="my-4">
        <TagList tags={skills.map(({ label }) => ({ label }))} />
      </div>
      <DefinitionList
        items={[
          { term: "De", value: <a href={paths.member(structure.slug)}>{structure.name}</a> },
          { term: "Commune", value: structure.city },
          { term: "Genre", value: KIND_LABELS[kind] },
          { term: "Durée", value: hours && count(hours, "heure") },
          { term: "Publiée le", value: formatDay(dayOf(postedAt)) },
          { term: "État", value: STATE_LABELS[state] },
          { term: closing ? "Close le" : "Attend jusqu’au", value: formatDay(dayOf(closing?.closedAt ?? expiresAt)) },
        ]}
      />
      {isOwner && !closing && (
        <div className="actions">
          <ButtonLink kind="secondary" href={paths.exchangeChange(id)}>
            Modifier
          </ButtonLink>
          <ButtonForm action={extendExchangeAction} id="prolonger" fields={{ id }} kind="quiet">
            Prolonger de trois mois
          </ButtonForm>
        </div>
      )}
    </Section>
  );
}

function Ending({ exchange: { id, talks } }: { exchange: ExchangePage }) {
  return (
    <Section title="Clore" id="clore" intro="Une fois pour toutes : l’annonce quitte la liste.">
      {talks.map((talk) => (
        <div key={talk.id} className="mb-3">
          <ButtonForm
            action={closeExchangeAction}
            id={`fait-${talk.id}`}
            fields={{ id, talkId: talk.id }}
            kind="primary"
          >
            {`C’est fait, avec ${talk.structure.name}`}
          </ButtonForm>
        </div>
      ))}
      <Reveal label="Clore sans suite">
        <p className="measure">L’annonce disparaît ; ceux qui ont répondu gardent la discussion sous les yeux.</p>
        <ButtonForm action={closeExchangeAction} id="sans-suite" fields={{ id }}>
          Clore sans suite
        </ButtonForm>
      </Reveal>
    </Section>
  );
}
