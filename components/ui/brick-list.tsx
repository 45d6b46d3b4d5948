import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  /** Shifts every other course on a large screen, as a wall is laid. */
  isStaggered?: boolean;
  label?: string;
};

/** A list laid as courses of bricks: full width, strong rules, visible joints. */
export function BrickList({ children, isStaggered = false, label }: Props) {
  return (
    // Safari forgets that an unmarked list is one: the role is said again.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ul className={isStaggered ? "bricks bricks-staggered" : "bricks"} role="list" aria-label={label}>
      {children}
    </ul>
  );
}
