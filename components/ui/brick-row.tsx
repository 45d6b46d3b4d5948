import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  href?: string;
  heading?: "h2" | "h3" | "h4";
  kicker?: ReactNode;
  /** First cell: a date, a glyph, a number. */
  lead?: ReactNode;
  /** Last cell: a town, a count, a state. */
  aside?: ReactNode;
  /** What the row stands for and what it belongs to: it lights up with them (`enhance/map-and-list.ts`). */
  ties?: { is?: string; has?: readonly (string | null)[] };
  children?: ReactNode;
};

/** One course: the whole row answers to its title's link, other links inside stay their own. */
export function BrickRow({ title, href, heading: Heading = "h3", kicker, lead, aside, ties, children }: Props) {
  return (
    <li className="brick" data-is={ties?.is} data-has={ties?.has?.filter(Boolean).join(" ") || undefined}>
      <article className={lead ? "brick-body brick-with-lead" : "brick-body"}>
        {lead && <div className="brick-lead">{lead}</div>}
        <div className="brick-main">
          {kicker && <div className="brick-kicker">{kicker}</div>}
          <Heading className="brick-title">{href ? <a href={href}>{title}</a> : title}</Heading>
          {children}
        </div>
        {aside && <div className="brick-aside">{aside}</div>}
      </article>
    </li>
  );
}
