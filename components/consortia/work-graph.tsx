import { DataTable } from "#components/ui/data-table";
import { onCircle, type Tie } from "#lib/consortia/memory/rules";

const [WIDTH, HEIGHT, RADIUS] = [640, 420, 150];

/** Who answered with whom, drawn on the server: a dot each, a line as wide as they did so often. The table says the same. */
export function WorkGraph({ drawn, ties }: { drawn: Tie[]; ties: Tie[] }) {
  const places = onCircle(drawn).map(({ name, x, y }) => ({
    name,
    side: x,
    x: WIDTH / 2 + x * RADIUS * 1.15,
    y: HEIGHT / 2 + y * RADIUS,
  }));
  const at = new Map(places.map((place) => [place.name, place]));
  return (
    <>
      <svg
        className="work-graph"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="Qui a répondu avec qui. Le tableau qui suit dit la même chose."
      >
        {drawn.map(({ a, b, count }) => {
          const [from, to] = [at.get(a), at.get(b)];
          return (
            from &&
            to && (
              <line
                key={`${a} ${b}`}
                x1={from.x}
                y1={from.y}
                x2={to.x}
                y2={to.y}
                strokeWidth={Math.min(1 + count, 8)}
              />
            )
          );
        })}
        {places.map(({ name, side, x, y }) => (
          <g key={name}>
            <circle cx={x} cy={y} r="6" />
            <text
              x={x + (side < -0.1 ? -12 : side > 0.1 ? 12 : 0)}
              y={y + labelDrop(side, y)}
              textAnchor={anchor(side)}
            >
              {name}
            </text>
          </g>
        ))}
      </svg>
      <DataTable
        caption="Réponses données ensemble"
        columns={[
          { label: "Structure", cell: ({ a }: Tie) => a },
          { label: "Avec", cell: ({ b }: Tie) => b },
          { label: "Réponses", cell: ({ count }: Tie) => count, isNumeric: true },
        ]}
        rows={ties}
        rowKey={({ a, b }) => `${a} ${b}`}
      />
    </>
  );
}

function anchor(side: number): "start" | "middle" | "end" {
  if (side > 0.1) return "start";
  return side < -0.1 ? "end" : "middle";
}

/** Beside its dot; above or below it at the top and the bottom. */
function labelDrop(side: number, y: number): number {
  if (Math.abs(side) > 0.1) return 5;
  return y < HEIGHT / 2 ? -14 : 24;
}
