import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { DateBlock } from "#components/ui/date-block";
import { KIND_LABELS } from "#lib/assemblies/labels";
import type { AssemblyLine } from "#lib/assemblies/queries";
import { dayOf, formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";

type Props = { assemblies: AssemblyLine[]; label: string; href: (slug: string) => string };

/** Meetings of the board and general assemblies, one a row. */
export function AssemblyRows({ assemblies, label, href }: Props) {
  return (
    <BrickList label={label}>
      {assemblies.map(({ slug, title, kind, startsAt, endsAt, place, cancellation, isOver, isOpen, resolutions }) => (
        <BrickRow
          key={slug}
          title={cancellation ? <del>{title}</del> : title}
          href={href(slug)}
          lead={<DateBlock day={dayOf(startsAt)} />}
          kicker={KIND_LABELS[kind]}
          aside={
            <p className={isOpen ? "font-bold text-brique" : undefined}>
              {cancellation ? "Annulée" : isOpen ? "Séance ouverte" : isOver ? "Résultats" : "Convoquée"}
            </p>
          }
        >
          <p>
            {formatRange(startsAt, endsAt)}, {place ?? "lieu à préciser"}
          </p>
          <p className="field-hint">{count(resolutions, "résolution")}</p>
        </BrickRow>
      ))}
    </BrickList>
  );
}
