import type { ReactNode } from "react";

type Props = { label: ReactNode; children: ReactNode };

/** Opens what is rarely needed, or asks before what cannot be undone. Works without script. */
export function Reveal({ label, children }: Props) {
  return (
    <details className="reveal">
      <summary>{label}</summary>
      <div className="reveal-body">{children}</div>
    </details>
  );
}
