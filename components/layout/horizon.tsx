/** What one sees coming home: brick roofs, a belfry, the twin slag heaps. Decoration only. */
export function Horizon() {
  return (
    <svg
      className="horizon"
      viewBox="0 0 480 72"
      preserveAspectRatio="xMaxYMax meet"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M250 72 316 14 372 72ZM336 72 404 2 480 72Z" />
      <path d="M152 72V30h-4v-6h5l11-20 11 20h5v6h-4v42Z" />
      <path d="M60 72V54l12-12 12 12v18ZM88 72V58l9-9 9 9v14ZM110 72V52l14-13 14 13v20ZM190 72V56l11-11 11 11v16ZM216 72V60l8-8 8 8v12Z" />
    </svg>
  );
}
