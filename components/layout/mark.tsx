type Props = { className?: string; title?: string };

/**
 * The mark: a T of five dots tied by a line (the five commissions), standing like a headframe
 * between the twin slag heaps. Drawn on a grid of 32 so that it holds in one colour at 16 px.
 */
export function Mark({ className, title }: Props) {
  return (
    <svg
      className={className ? `mark ${className}` : "mark"}
      viewBox="0 0 32 32"
      role={title ? "img" : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
      focusable="false"
    >
      <path className="mark-heaps" d="M0 30.5 7.5 15 13 30.5ZM19 30.5 24.5 15 32 30.5Z" />
      <path className="mark-line" d="M4 5.5H28M16 5.5V27.5" />
      <g className="mark-dots">
        <circle cx="4" cy="5.5" r="3" />
        <circle cx="16" cy="5.5" r="3" />
        <circle cx="28" cy="5.5" r="3" />
        <circle cx="16" cy="16.5" r="3" />
        <circle cx="16" cy="27.5" r="3" />
      </g>
    </svg>
  );
}
