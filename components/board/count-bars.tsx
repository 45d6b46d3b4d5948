import type { ReactNode } from "react";

type Props = { label: string; rows: { key: string; words: ReactNode; count: number; className?: string }[] };

/** A list whose numbers are also seen: the bar repeats what the number says. */
export function CountBars({ label, rows }: Props) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that an unmarked list is one
    <ul className="count-bars" role="list" aria-label={label}>
      {rows.map(({ key, words, count, className }) => (
        <li key={key} className={className}>
          <span className="count-bars-words">{words}</span>
          <span className="count-bars-count figures">{count}</span>
          <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width={(count * 100) / most} height="4" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
