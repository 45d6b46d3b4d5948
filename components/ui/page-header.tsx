import type { ReactNode } from "react";
import { Figure } from "./figure.tsx";

type Props = {
  title: ReactNode;
  kicker?: ReactNode;
  lead?: ReactNode;
  breadcrumb?: ReactNode;
  figures?: { value: ReactNode; words: string }[];
  /** Under the lead: a search box, a button, the commissions of a member. */
  children?: ReactNode;
};

/** The front of a page: what it is, in the largest type of the sheet, closed by a strong rule. */
export function PageHeader({ title, kicker, lead, breadcrumb, figures = [], children }: Props) {
  return (
    <header className="page-header">
      <div className="sheet">
        {breadcrumb}
        <div className="page-header-grid">
          <div className="page-header-words">
            {kicker && <p className="kicker">{kicker}</p>}
            <h1>{title}</h1>
            {lead && <p className="lead">{lead}</p>}
            {children}
          </div>
          {figures.length > 0 && (
            <div className="page-header-figures">
              {figures.map((figure) => (
                <Figure key={figure.words} value={figure.value} words={figure.words} />
              ))}
            </div>
          )}
        </div>
      </div>
    </header>
  );
}
