import type { ReactNode } from "react";

type Props = {
  kicker: string;
  title: string;
  lead?: ReactNode;
  /** What may help, beside the one thing to do. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A page with one thing to do: how one comes in. */
export function EntrySheet({ kicker, title, lead, aside, children }: Props) {
  return (
    <div className="sheet entry">
      <div className="entry-main">
        <p className="kicker">{kicker}</p>
        <h1>{title}</h1>
        {lead && <p className="entry-lead">{lead}</p>}
        {children}
      </div>
      {aside && <aside className="entry-aside">{aside}</aside>}
    </div>
  );
}
