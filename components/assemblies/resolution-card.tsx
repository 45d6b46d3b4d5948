import type { ReactNode } from "react";
import { CountBars } from "#components/board/count-bars";
import { BrickRow } from "#components/ui/brick-row";
import { Paragraphs } from "#components/ui/paragraphs";
import { MAJORITY_LABELS } from "#lib/assemblies/labels";
import type { ResolutionView } from "#lib/assemblies/queries";
import { count, formatList } from "#lib/platform/french";

type Props = { resolution: ResolutionView; children?: ReactNode };

/** Something put to the vote: what it is, then what came of it. */
export function ResolutionCard({ resolution, children }: Props) {
  const { position, title, text, kind, isSecret, majority, seats, state, choices, ballots, outcome } = resolution;
  return (
    <BrickRow
      title={title}
      lead={<span className="resolution-number display">{position}</span>}
      kicker={[
        kind === "election" ? `Élection, ${count(seats, "siège")}` : "Résolution",
        ...(isSecret ? ["à bulletin secret"] : []),
      ].join(" · ")}
      aside={<p className={state === "open" ? "font-bold text-brique" : undefined}>{verdict(resolution)}</p>}
    >
      <Paragraphs text={text} />
      {outcome ? (
        <>
          <CountBars
            label={`Voix, ${title}`}
            rows={choices.map(({ id, label, votes, isElected }) => ({
              key: id,
              words: isElected ? `${label} (élu)` : label,
              count: votes ?? 0,
            }))}
          />
          <p className="field-hint">
            {count(outcome.cast, "votant")} ; {count(outcome.present, "présent")},{" "}
            {count(outcome.represented, "représenté")} sur {outcome.called}. {MAJORITY_LABELS[majority]}.
          </p>
        </>
      ) : (
        <p className="field-hint">
          {MAJORITY_LABELS[majority]}.{kind === "election" && ` Candidats\u202f: ${candidates(choices)}.`}
          {state === "open" && ` ${count(ballots, "bulletin")} dans l’urne.`}
        </p>
      )}
      {children}
    </BrickRow>
  );
}

function verdict({ state, kind, outcome, choices }: ResolutionView): string {
  if (state === "open") return "Vote ouvert";
  if (!outcome) return "À voter";
  if (kind === "decision") return outcome.isAdopted ? "Adoptée" : "Rejetée";
  return choices.some(({ isElected }) => isElected) ? "Élection faite" : "Personne n’est élu";
}

function candidates(choices: ResolutionView["choices"]): string {
  const names = choices.filter(({ stance }) => stance === "candidate").map(({ label }) => label);
  return names.length > 0 ? formatList(names) : "aucun encore";
}
