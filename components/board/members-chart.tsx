import { DataTable } from "#components/ui/data-table";
import type { MembersOn } from "#lib/board/dashboard/queries";
import { formatDayShort, formatMonth } from "#lib/platform/dates";

const WIDTH = 720;
const HEIGHT = 260;
const LEFT = 48;
const RIGHT = 84;
const TOP = 34;
const BOTTOM = 36;

/** The number of members over a year, drawn as the courses of a wall; its table says the same. */
export function MembersChart({ points }: { points: MembersOn[] }) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const most = Math.max(5, Math.ceil(Math.max(...points.map(({ members }) => members)) / 5) * 5);
  const x = (index: number) => round(LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, points.length - 1));
  const y = (members: number) => round(TOP + (1 - members / most) * (HEIGHT - TOP - BOTTOM));
  // Steps: members join on a day, never by halves between two.
  const steps = points
    .map(({ members }, index) => (index === 0 ? `M${x(0)} ${y(members)}` : `H${x(index)}V${y(members)}`))
    .join("");
  return (
    <>
      <svg
        className="chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`De ${first.members} adhérents le ${formatDayShort(first.day)} à ${last.members} aujourd’hui`}
      >
        {[0, most / 2, most].map((members) => (
          <line key={members} className="chart-rule" x1={LEFT} x2={WIDTH - RIGHT} y1={y(members)} y2={y(members)} />
        ))}
        <path className="chart-ground" d={`${steps}V${y(0)}H${x(0)}Z`} />
        <path className="chart-line" d={steps} />
        <circle className="chart-dot" cx={x(points.length - 1)} cy={y(last.members)} r="7" />
        <text className="chart-figure" x={x(points.length - 1) + 14} y={y(last.members) + 10}>
          {last.members}
        </text>
        <text className="chart-words" x={LEFT - 10} y={y(most) + 6} textAnchor="end">
          {most}
        </text>
        <text className="chart-words" x={LEFT - 10} y={y(0) + 6} textAnchor="end">
          0
        </text>
        <text className="chart-words" x={LEFT} y={HEIGHT - 8}>
          {formatMonth(first.day)}
        </text>
        <text className="chart-words" x={WIDTH - RIGHT} y={HEIGHT - 8} textAnchor="end">
          aujourd’hui
        </text>
      </svg>
      <details className="fold">
        <summary>Les mêmes chiffres en tableau</summary>
        <DataTable
          caption="Adhérents, le premier de chaque mois"
          rows={points}
          rowKey={({ day }) => day}
          columns={[
            { label: "Le", cell: ({ day }) => formatDayShort(day) },
            { label: "Adhérents", cell: ({ members }) => members, isNumeric: true },
          ]}
        />
      </details>
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
