import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DecisionForm, MessageForm } from "#components/consortia/talk-forms";
import { WorkspaceHeader } from "#components/consortia/workspace-header";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { Pages } from "#components/ui/pages";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { findConsortium } from "#lib/consortia/queries";
import { listEntries, listMessages } from "#lib/consortia/talk/queries";
import { pageParameter, readPage, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Échanges et décisions" };

const DONE = { message: "Votre message est parti.", decision: "La décision est notée." };

export default async function TalkPage({ params, searchParams }: PageProps<"/espace/groupements/[id]/echanges">) {
  const [actor, now] = [await requireActor(), requestTime()];
  const { id } = await params;
  const consortium = await findConsortium(actor, id, now);
  if (!consortium) notFound();
  const query = await searchParams;
  const page = readPage(query);
  const [messages, entries] = await Promise.all([listMessages(actor, { id, page }, now), listEntries(actor, id, now)]);
  const at = (number: number) => writeAddress(paths.consortiumTalk(id), { page: pageParameter(number) });
  return (
    <>
      <WorkspaceHeader consortium={consortium} here="talk" room="Échanges et décisions" now={now} />
      <DoneNotice query={query} words={DONE} />
      <Section title={count(messages.total, "message")} id="messages">
        {consortium.own && <MessageForm id={id} />}
        {messages.items.length > 0 ? (
          <ul className="log-list">
            {messages.items.map(({ id: messageId, by, structureName, writtenAt, body }) => (
              <li key={messageId}>
                <p className="task-facts">
                  {by}, {structureName}, le {formatInstant(writtenAt)}
                </p>
                <Paragraphs text={body} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title="Personne n’a encore écrit" />
        )}
        <Pages page={page} total={messages.total} perPage={messages.perPage} href={at} />
      </Section>
      <Section title="Décisions et faits" id="decisions" intro="Ce journal ne se réécrit pas.">
        {consortium.own && <DecisionForm id={id} />}
        <ul className="log-list">
          {entries.map(({ id: entryId, kind, text, at: when, by }) => (
            <li key={entryId} className={kind === "decision" ? "log-decision" : undefined}>
              <p>
                {kind === "decision" && <strong>Décision : </strong>}
                {text}
              </p>
              <p className="task-facts">
                {formatInstant(when)}
                {by && `, noté par ${by}`}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
