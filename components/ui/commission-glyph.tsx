import type { ReactElement } from "react";

/** Drawn with the strokes of the mark: dots, lines, heaps. The name always stands beside. */
const drawings: Record<string, ReactElement> = {
  // Three posts tied together.
  "infrastructures-reseaux": (
    <>
      <path d="M5 18 12 5 19 18Z" />
      <path d="M12 5v8M5 18l7-5 7 5" />
      <g className="glyph-dots">
        <circle cx="12" cy="4.5" r="2.75" />
        <circle cx="4.5" cy="18.5" r="2.75" />
        <circle cx="19.5" cy="18.5" r="2.75" />
      </g>
    </>
  ),
  // An abacus.
  gestion: (
    <>
      <path d="M2 5.5h20M2 12h20M2 18.5h20" />
      <g className="glyph-dots">
        <circle cx="7" cy="5.5" r="2.75" />
        <circle cx="16.5" cy="12" r="2.75" />
        <circle cx="10.5" cy="18.5" r="2.75" />
      </g>
    </>
  ),
  // Two heaps turned on their sides: the angle brackets of a program.
  developpement: (
    <>
      <path d="M8 4.5 2 12l6 7.5M16 4.5 22 12l-6 7.5" />
      <g className="glyph-dots">
        <circle cx="12" cy="12" r="2.75" />
      </g>
    </>
  ),
  // A word that spreads.
  "communication-internet": (
    <>
      <path d="M4.5 11.5a8 8 0 0 1 8 8M4.5 4.5a15 15 0 0 1 15 15" />
      <g className="glyph-dots">
        <circle cx="5.5" cy="18.5" r="3" />
      </g>
    </>
  ),
  // An open book, and who reads it.
  education: (
    <>
      <path d="M12 20.5 2 16.5V9l10 4 10-4v7.5ZM12 13v7.5" />
      <g className="glyph-dots">
        <circle cx="12" cy="5" r="3" />
      </g>
    </>
  ),
};

type Props = { slug: string; className?: string };

/** The sign of a commission, in its colour; nothing for a commission that has none yet. */
export function CommissionGlyph({ slug, className = "" }: Props) {
  const drawing = drawings[slug];
  if (!drawing) return null;
  return (
    <svg className={`glyph commission-${slug} ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawing}
    </svg>
  );
}
