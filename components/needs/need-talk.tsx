import { formatInstant } from "#lib/platform/dates";

type Props = {
  messages: { id: string; isFromBuyer: boolean; text: string; createdAt: Date }[];
  /** Whose words stand on the right. */
  mine: "buyer" | "member";
  otherName: string;
};

/** What a buyer and one member wrote to each other, oldest first. */
export function NeedTalk({ messages, mine, otherName }: Props) {
  if (messages.length === 0) return null;
  return (
    <ol className="need-talk">
      {messages.map(({ id, isFromBuyer, text, createdAt }) => {
        const isMine = isFromBuyer === (mine === "buyer");
        return (
          <li key={id} className={isMine ? "need-mine" : undefined}>
            <p>
              {isMine ? "Vous" : otherName}, le{" "}
              <time dateTime={createdAt.toISOString()}>{formatInstant(createdAt)}</time>
            </p>
            {text}
          </li>
        );
      })}
    </ol>
  );
}
