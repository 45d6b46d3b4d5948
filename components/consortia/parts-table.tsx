import type { ConsortiumView } from "#lib/consortia/queries";
import { formatShare, WHOLE } from "#lib/consortia/rules";

type Props = { lots: ConsortiumView["lots"]; members: ConsortiumView["members"] };

/** Each lot as a course of bricks, one as wide as each part; the same in words, for whoever reads no picture. */
export function PartsTable({ lots, members }: Props) {
  const names = new Map(members.map(({ structure }) => [structure.id, structure.name]));
  const order = [...names.keys()];
  return (
    <ul className="lot-parts">
      {lots.map(({ id, number, title, parts, taken, isWithdrawn }) => (
        <li key={id}>
          <h3>
            Lot {number} – {title}
          </h3>
          {isWithdrawn && <p>Retiré par l’acheteur : ses parts ne comptent plus.</p>}
          <svg className="lot-course" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect className="lot-course-ground" x="0" y="0" width="100" height="6" />
            {parts.map(({ structureId, shareBasisPoints }, index) => {
              const before = parts.slice(0, index).reduce((sum, part) => sum + part.shareBasisPoints, 0) / 100;
              const width = Math.max(shareBasisPoints / 100 - 0.4, 0.2);
              return (
                <rect
                  key={structureId}
                  className={`lot-brick-${order.indexOf(structureId) % 4}`}
                  x={before}
                  y="0"
                  width={width}
                  height="6"
                />
              );
            })}
          </svg>
          <p>
            {parts.map(({ structureId, shareBasisPoints }) => (
              <span key={structureId} className="lot-part">
                {names.get(structureId)} <strong>{formatShare(shareBasisPoints)}</strong>
              </span>
            ))}
            {taken < WHOLE && !isWithdrawn && <span className="lot-part">Reste {formatShare(WHOLE - taken)}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
