import { ButtonForm } from "#components/forms/button-form";
import { WordForm } from "#components/needs/word-form";
import type { ExchangePage } from "#lib/exchange/queries";
import { writeInTalkAction } from "#lib/exchange/talks/actions";
import { agreeToThanksAction } from "#lib/exchange/thanks/actions";
import { formatInstant } from "#lib/platform/dates";
import { ThanksForm } from "./thanks-form.tsx";

type Props = { exchange: ExchangePage; talk: ExchangePage["talks"][number] };

/** What two members said to each other, oldest first; then what is left to do. */
export function Talk({ exchange, talk }: Props) {
  const { isOwner, structure, closing } = exchange;
  const other = isOwner ? talk.structure.name : structure.name;
  const isDone = closing?.talkId === talk.id;
  return (
    <section className="talk" id={`talk-${talk.id}`}>
      <h3>{`Avec ${other}`}</h3>
      <ol className="need-talk">
        {talk.messages.map(({ id, isFromOwner, text, writtenAt, author }) => {
          const isMine = isFromOwner === isOwner;
          const name = author ? `${author.firstName} ${author.lastName}` : null;
          return (
            <li key={id} className={isMine ? "need-mine" : undefined}>
              <p>
                {[name, isMine ? "votre structure" : other].filter(Boolean).join(", ")}, le{" "}
                <time dateTime={writtenAt.toISOString()}>{formatInstant(writtenAt)}</time>
              </p>
              {text}
            </li>
          );
        })}
      </ol>
      {!closing && (
        <WordForm
          action={writeInTalkAction}
          id={`ecrire-${talk.id}`}
          fields={{ talkId: talk.id }}
          label={`Écrire à ${other}`}
        />
      )}
      {isDone && <Thanks isOwner={isOwner} other={other} talk={talk} />}
    </section>
  );
}

function Thanks({ isOwner, other, talk }: { isOwner: boolean; other: string; talk: Props["talk"] }) {
  const own = talk.thanks.find(({ isFromOwner }) => isFromOwner === isOwner);
  return (
    <>
      {talk.thanks.map((word) => (
        <Word key={String(word.isFromOwner)} word={word} isOwner={isOwner} other={other} talkId={talk.id} />
      ))}
      <ThanksForm talkId={talk.id} other={other} now={own ? { text: own.text } : null} />
    </>
  );
}

function Word({
  word: { isFromOwner, text, writtenAt, ownerAgreedAt, partnerAgreedAt },
  isOwner,
  other,
  talkId,
}: {
  word: Props["talk"]["thanks"][number];
  isOwner: boolean;
  other: string;
  talkId: string;
}) {
  const [mine, theirs] = isOwner ? [ownerAgreedAt, partnerAgreedAt] : [partnerAgreedAt, ownerAgreedAt];
  const author = isFromOwner ? "owner" : "partner";
  return (
    <figure className="thanks">
      <blockquote>{text}</blockquote>
      <figcaption>
        {isFromOwner === isOwner ? "Votre structure" : other}.{" "}
        {mine && theirs
          ? "Ce mot paraît sur vos deux fiches."
          : mine
            ? `Vous êtes d’accord pour qu’il paraisse ; on attend ${other}.`
            : theirs
              ? `${other} est d’accord pour qu’il paraisse ; on attend votre accord.`
              : "Il ne paraît nulle part."}
      </figcaption>
      <ButtonForm
        action={agreeToThanksAction}
        id={`accord-${author}-${talkId}`}
        fields={{ talkId, author, agrees: mine ? "0" : "1", writtenAt: writtenAt.toISOString() }}
        kind={mine ? "quiet" : "secondary"}
      >
        {mine ? "Reprendre mon accord" : "Je suis d’accord pour qu’il paraisse"}
      </ButtonForm>
    </figure>
  );
}
