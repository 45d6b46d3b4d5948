import type { ReactNode } from "react";

type Props = {
  label: ReactNode;
  /** Open from the start: what is in it needs another look. */
  isOpen?: boolean;
  children: ReactNode;
};

/** Opens what is rarely needed, or asks before what cannot be undone. Works without script. */
export function Reveal({ label, isOpen = false, children }: Props) {
  return (
    <details className="reveal" {...(isOpen ? { open: true } : {})}>
      <summary>{label}</summary>
      <div className="reveal-body">{children}</div>
    </details>
  );
}
