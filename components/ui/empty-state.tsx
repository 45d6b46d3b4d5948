import type { ReactNode } from "react";

type Props = { title: string; children?: ReactNode; actions?: ReactNode };

/** Nothing to show: says why, and offers the next step. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <div className="empty-state">
      <p className="empty-state-title display">{title}</p>
      {children && <div className="measure">{children}</div>}
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}
