import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { Paragraphs } from "#components/ui/paragraphs";
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { HAND_ROLE_LABELS } from "#lib/tenders/hands/labels";
import type { HandView } from "#lib/tenders/hands/queries";

/** Who would answer, for what, with what: shown to those who would too. */
export function HandList({ hands }: { hands: HandView[] }) {
  return (
    <BrickList label="Mains levées">
      {hands.map(({ structureId, structure, isOwn, lots, references, capacity, raisedBy, raisedAt }) => (
        <BrickRow
          key={structureId}
          title={structure.name}
          kicker={isOwn ? "Vous" : `main levée le ${formatDay(dayOf(raisedAt))}`}
          aside={
            <>
              <p>
                <a href={paths.member(structure.slug)}>Voir sa fiche</a>
              </p>
              {!isOwn && raisedBy && (
                <p>
                  {raisedBy.firstName} {raisedBy.lastName}
                  <br />
                  <a href={`mailto:${raisedBy.email}`}>Lui écrire</a>
                </p>
              )}
            </>
          }
        >
          <ul>
            {lots.map(({ lotId, role, lot }) => (
              <li key={lotId}>
                Lot {lot.number} : {HAND_ROLE_LABELS[role].toLowerCase()}
              </li>
            ))}
          </ul>
          {references && (
            <>
              <p className="hand-words">Références</p>
              <Paragraphs text={references} />
            </>
          )}
          {capacity && (
            <>
              <p className="hand-words">Moyens</p>
              <Paragraphs text={capacity} />
            </>
          )}
        </BrickRow>
      ))}
    </BrickList>
  );
}
