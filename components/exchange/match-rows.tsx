import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import type { listMatches } from "#lib/exchange/matches/queries";
import { paths } from "#lib/platform/paths";

type Props = {
  matches: Awaited<ReturnType<typeof listMatches>> /** Whether each says which of mine it meets. */;
  isNamed?: boolean;
};

/** An offer meets a search: which, and why. */
export function MatchRows({ matches, isNamed = false }: Props) {
  return (
    <BrickList>
      {matches.map(({ mine, other, reasons }) => (
        <BrickRow
          key={`${mine.id} ${other.id}`}
          title={other.title}
          href={paths.exchange(other.id)}
          kicker={isNamed ? `Rencontre «\u202f${mine.title}\u202f»` : other.structure.name}
        >
          <p>{`${reasons.join(", ")}.`}</p>
        </BrickRow>
      ))}
    </BrickList>
  );
}
