import { quorumInWords } from "#lib/assemblies/labels";
import type { Quorum } from "#lib/assemblies/rules";

/** Who is there against who must be: a course of brick that grows to a mark, and the same in words. */
export function QuorumMeter({ quorum }: { quorum: Quorum }) {
  const { called, present, represented, needed } = quorum;
  const share = (number: number) => (called === 0 ? 0 : (100 * number) / called);
  return (
    <div className="quorum">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="quorum-present" width={share(present)} height="4" />
        <rect className="quorum-represented" x={share(present)} width={share(represented)} height="4" />
        {needed > 0 && <rect className="quorum-needed" x={Math.min(99.5, share(needed))} width="0.5" height="4" />}
      </svg>
      <p>{quorumInWords(quorum)}</p>
    </div>
  );
}
