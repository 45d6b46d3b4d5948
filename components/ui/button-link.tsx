import type { ReactNode } from "react";

type Props = { href: string; kind?: "primary" | "secondary" | "quiet"; children: ReactNode };

/** A link that weighs as much as a button: it leads somewhere, it does nothing. */
export function ButtonLink({ href, kind = "primary", children }: Props) {
  return (
    <a className={`button button-${kind}`} href={href}>
      {children}
    </a>
  );
}
