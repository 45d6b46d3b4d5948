import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KeeperForm } from "#components/rooms/keeper-form";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { findRequestByLink, type KeeperView } from "#lib/rooms/keeper/queries";
import { BOOKING_STATE_LABELS } from "#lib/rooms/labels";

export const metadata: Metadata = { title: "Demande de salle", robots: { index: false } };

/** Reading changes nothing: mail filters open links too. */
export default async function RoomRequestPage({ params, searchParams }: PageProps<"/salle/[token]">) {
  const { token } = await params;
  const request = (await findRequestByLink(token, requestTime())) ?? notFound();
  const done = readParameter(await searchParams, "fait");
  const { room, startsAt, endsAt, purpose, commission, people, state } = request;
  return (
    <>
      <PageHeader
        kicker={`${room.venue.name} · demande du club TacTic`}
        title={room.name}
        lead={formatRange(startsAt, endsAt)}
      />
      <Section title="La demande">
        <DefinitionList
          items={[
            { term: "Pour", value: purpose },
            { term: "Commission", value: commission },
            { term: "Personnes invitées", value: people > 0 ? count(people, "personne") : null },
            { term: "Places", value: count(room.capacity, "place") },
            { term: "État", value: BOOKING_STATE_LABELS[state] },
          ]}
        />
      </Section>
      <Section title="Répondre">
        {done && (
          <Notice kind="success" title="Merci" isLive>
            <p>Votre réponse est enregistrée et le responsable de la commission est prévenu.</p>
          </Notice>
        )}
        <Answer request={request} token={token} isDone={Boolean(done)} />
      </Section>
    </>
  );
}

function Answer({ request, token, isDone }: { request: KeeperView; token: string; isDone: boolean }) {
  const { state, others, isOver } = request;
  if (state === "cancelled") return <p>La salle n’est plus demandée : il n’y a rien à faire.</p>;
  if (state === "declined") return isDone ? null : <p>Vous avez refusé cette demande : il n’y a plus rien à faire.</p>;
  if (isOver) return <p>La réunion est passée : il n’y a plus rien à faire.</p>;
  if (state === "offered") return <p>Votre proposition attend la réponse du responsable.</p>;
  return (
    <>
      {state === "confirmed" && (
        <p className="mb-4">La salle est prêtée au club. En cas d’empêchement, dites-le ici.</p>
      )}
      <KeeperForm
        token={token}
        isConfirmed={state === "confirmed"}
        others={others.map(({ id, name, capacity }) => ({ value: id, label: `${name} (${count(capacity, "place")})` }))}
      />
    </>
  );
}
