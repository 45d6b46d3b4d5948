import { type Day, dayPieces, formatDay } from "#lib/platform/dates";

type Props = { day: Day };

/** A day as typography: the number large, its weekday and month beside it. */
export function DateBlock({ day }: Props) {
  const pieces = dayPieces(day);
  return (
    <time className="date-block" dateTime={day}>
      <span className="sr-only">{formatDay(day)}</span>
      <span className="date-block-number display" aria-hidden="true">
        {pieces.number}
        {pieces.ordinal && <sup>{pieces.ordinal}</sup>}
      </span>
      <span className="date-block-words" aria-hidden="true">
        <span>{pieces.weekday}</span>
        <strong>{pieces.month}</strong>
        <span>{pieces.year}</span>
      </span>
    </time>
  );
}
