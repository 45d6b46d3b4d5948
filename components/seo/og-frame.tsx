type Props = {
  /** The section: "Annuaire", "Agenda"… */
  kicker: string;
  title: string;
  /** One line of facts below the title. */
  facts: string;
  /** The colour of its commission; brick for all else. */
  color?: string;
};

const CHALK = "#FAF6EE";
const COAL = "#17181C";
const SLATE = "#4A4E57";
const BRICK = "#A63D24";

/**
 * The picture of a page in a message or on a network, 1200 × 630: coal type on chalk above a course of
 * bricks, the twin slag heaps on the horizon. Drawn by next/og, which knows flex boxes and inline
 * styles only: no stylesheet reaches it.
 */
export function OgFrame({ kicker, title, facts, color = BRICK }: Props) {
  const size = title.length > 70 ? 60 : title.length > 36 ? 76 : 100;
  return (
    <div style={{ display: "flex", width: 1200, height: 630, background: CHALK, color: COAL, fontFamily: "Bricolage" }}>
      <Horizon color={color} />
      <div style={{ display: "flex", flexDirection: "column", width: 1200, height: 560, padding: "56px 72px 0" }}>
        <div style={{ display: "flex", alignItems: "center", justifyContent: "space-between" }}>
          <div style={{ display: "flex", alignItems: "center", gap: 20, fontSize: 44, fontWeight: 800 }}>
            <OgMark />
            TacTic
          </div>
          <div style={{ display: "flex", fontSize: 26, color: SLATE }}>Arras · Béthune · Douai · Lens</div>
        </div>
        <div style={{ display: "flex", height: 2, marginTop: 28, background: COAL, opacity: 0.2 }} />
        <div style={{ display: "flex", marginTop: 44, fontSize: 32, fontWeight: 700, color }}>{kicker}</div>
        <div
          style={{
            display: "block",
            marginTop: 8,
            maxWidth: 1040,
            fontSize: size,
            fontWeight: 800,
            lineHeight: 1.06,
            letterSpacing: "-0.02em",
            lineClamp: 3,
          }}
        >
          {title}
        </div>
        <div style={{ display: "block", marginTop: 22, maxWidth: 900, fontSize: 30, color: SLATE, lineClamp: 2 }}>
          {facts}
        </div>
      </div>
    </div>
  );
}

function OgMark() {
  return (
    <svg width="64" height="64" viewBox="0 0 32 32" aria-hidden="true">
      <path fill={BRICK} d="M0 30.5 7.5 15 13 30.5ZM19 30.5 24.5 15 32 30.5Z" />
      <path fill="none" stroke={COAL} strokeWidth="1.6" d="M4 5.5H28M16 5.5V27.5" />
      {DOTS.map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="3" fill={COAL} />
      ))}
    </svg>
  );
}

/** The five commissions. */
const DOTS = [
  [4, 5.5],
  [16, 5.5],
  [28, 5.5],
  [16, 16.5],
  [16, 27.5],
];

function Horizon({ color }: { color: string }) {
  return (
    <svg
      width="1200"
      height="630"
      viewBox="0 0 1200 630"
      style={{ position: "absolute", left: 0, top: 0 }}
      aria-hidden="true"
    >
      <path fill={COAL} opacity="0.08" d="M760 566 910 400 1010 566ZM930 566 1070 350 1200 540V566Z" />
      <path stroke={COAL} strokeWidth="2" d="M0 566H1200" />
      {BRICKS.map(({ x, y, width, ink }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height="26" fill={color} opacity={ink} />
      ))}
    </svg>
  );
}

/** Two courses, the second shifted by half a brick, as a wall is laid. */
const BRICKS = [0, 1].flatMap((course) =>
  Array.from({ length: 11 }, (_, index) => ({
    x: index * 120 - course * 60,
    y: 572 + course * 30,
    width: 116,
    ink: (index + course) % 3 === 0 ? 0.82 : 1,
  })),
);
