import type { ReactNode } from "react";

type Props = { children: ReactNode; href?: string };

/** A skill, as a small brick. */
export function Tag({ children, href }: Props) {
  if (!href) return <span className="tag">{children}</span>;
  return (
    <a className="tag" href={href}>
      {children}
    </a>
  );
}
