import { CommissionLabel } from "#components/ui/commission-label";
import type { DrawnRhythm } from "#lib/board/dashboard/queries";
import type { RhythmDot } from "#lib/board/dashboard/rules";
import { RHYTHM, type Rhythm } from "#lib/meetings/rules";
import { addDays, type Day, daysBetween, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Props = { from: Day; today: Day; rhythms: DrawnRhythm[] };

const WIDTH = 720;
const HEIGHT = 48;
const MIDDLE = 24;
/** What comes is shown too: the next meeting is due within two months. */
const AHEAD_DAYS = 70;

const STATES: Record<RhythmDot["state"], string> = {
  first: "première connue",
  within: "dans le rythme",
  early: "rapprochée",
  late: "tardive",
  coming: "prévue",
};

/** A row of dots per commission, one per meeting, and the band in which the next one keeps the rhythm. */
export function RhythmPicture({ from, today, rhythms }: Props) {
  const until = addDays(today, AHEAD_DAYS);
  const scale = (WIDTH - 16) / daysBetween(from, until);
  const x = (day: Day) =>
    Math.round((8 + Math.max(0, Math.min(daysBetween(from, day), daysBetween(from, until))) * scale) * 10) / 10;
  return (
    <>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari forgets that an unmarked list is one */}
      <ul className="rhythms" role="list">
        {rhythms.map(({ slug, name, rhythm, dots }) => (
          <li key={slug} className={`commission-${slug}`}>
            <p className="rhythm-head">
              <CommissionLabel slug={slug} name={name} href={paths.commission(slug)} />
              <span>{inWords(rhythm, today)}</span>
            </p>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(rhythm, today)}>
              <line className="chart-rule" x1="0" x2={WIDTH} y1={MIDDLE} y2={MIDDLE} />
              {rhythm.window && (
                <rect
                  className="rhythm-band"
                  x={x(rhythm.window.from)}
                  y="4"
                  width={Math.max(2, x(rhythm.window.to) - x(rhythm.window.from))}
                  height={HEIGHT - 8}
                />
              )}
              <line className="rhythm-today" x1={x(today)} x2={x(today)} y1="0" y2={HEIGHT} />
              {dots.map((dot) => (
                <Dot key={dot.day} dot={dot} at={x(dot.day)} />
              ))}
            </svg>
            <details className="fold">
              <summary>{count(dots.length, "réunion")}, une par une</summary>
              <ul className="rhythm-list">
                {dots.map(({ day, gap, state }) => (
                  <li key={day}>
                    {formatDayShort(day)} : {STATES[state]}
                    {gap !== null && `, ${count(gap, "jour")} après la précédente`}
                  </li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
      <p className="field-hint">
        Un point plein : une réunion tenue {RHYTHM.earliest} à {RHYTHM.latest} jours après la précédente. Un losange :
        hors de ce rythme. Un cercle vide : une réunion prévue. La bande : quand la prochaine garde le rythme. Le
        trait : aujourd’hui.
      </p>
    </>
  );
}

function Dot({ dot: { state }, at }: { dot: RhythmDot; at: number }) {
  if (state === "early" || state === "late") {
    return <path className="rhythm-off" d={`M${at} ${MIDDLE - 10}l10 10l-10 10l-10 -10Z`} />;
  }
  return <circle className={state === "coming" ? "rhythm-coming" : "rhythm-held"} cx={at} cy={MIDDLE} r="7" />;
}

function inWords({ lastOn, nextOn, state }: Rhythm, today: Day): string {
  const held = lastOn ? `dernière réunion il y a ${count(daysBetween(lastOn, today), "jour")}` : "aucune réunion tenue";
  if (nextOn) return `${held}, prochaine le ${formatDayShort(nextOn)}`;
  return `${held}, aucune date fixée${state === "late" ? " : en retard" : ""}`;
}
