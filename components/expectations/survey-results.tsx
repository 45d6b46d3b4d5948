import type { SurveyView } from "#lib/expectations/surveys/queries";
import { count, formatNumber } from "#lib/platform/french";

type Props = {
  survey: Pick<SurveyView, "kind" | "options" | "answered"> & { results: NonNullable<SurveyView["results"]> };
};

/** What is counted, for one and for several. */
const UNITS = {
  choice: ["voix", "voix"],
  scale: ["note", "notes"],
  borda: ["point", "points"],
  condorcet: ["duel gagné", "duels gagnés"],
} as const;

/** The tally, as bars that a number and words say too. How it was made stands once, on the page. */
export function SurveyResults({ survey: { kind, options, answered, results } }: Props) {
  const labels = new Map(options.map(({ position, label }) => [position, label]));
  const lines = results.marks
    ? results.marks.counts.map((score, index) => ({ label: `Note ${index + 1}`, score }))
    : results.scores.map(({ option, score }) => ({ label: labels.get(option) ?? "", score }));
  const most = Math.max(1, ...lines.map(({ score }) => score));
  return (
    <>
      <p>{count(answered, "structure a répondu", "structures ont répondu")}.</p>
      {results.marks?.mean != null && (
        <p>Moyenne : {formatNumber(Math.round(results.marks.mean * 100) / 100)} sur 5.</p>
      )}
      <ol className="survey-bars">
        {lines.map(({ label, score }) => (
          <li key={label}>
            <p>
              {label} : <strong>{formatNumber(score)}</strong> {UNITS[kind][score >= 2 ? 1 : 0]}
            </p>
            <progress max={most} value={score} aria-label={label} />
          </li>
        ))}
      </ol>
    </>
  );
}
