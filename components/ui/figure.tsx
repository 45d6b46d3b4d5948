import type { ReactNode } from "react";

type Props = { value: ReactNode; words: ReactNode };

/** A true number, set large, and the words that give it its meaning. */
export function Figure({ value, words }: Props) {
  return (
    <p className="figure">
      <span className="figure-value display">{value}</span> <span className="figure-words">{words}</span>
    </p>
  );
}
