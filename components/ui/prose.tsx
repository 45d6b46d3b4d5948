import type { ReactNode } from "react";

/** Long text: legal pages, news, the club's story. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
