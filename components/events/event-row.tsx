import { BrickRow } from "#components/ui/brick-row";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import { dayOf, formatRange } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

type Props = {
  event: {
    slug: string;
    title: string;
    startsAt: Date;
    endsAt: Date;
    place: string | null;
    commission?: { slug: string; name: string } | null;
    isCancelled: boolean;
  };
};

/** One date of the agenda: its day large, its hours, where it is, whether it still holds. */
export function EventRow({ event: { slug, title, startsAt, endsAt, place, commission, isCancelled } }: Props) {
  return (
    <BrickRow
      title={isCancelled ? <del>{title}</del> : title}
      href={paths.event(slug)}
      lead={<DateBlock day={dayOf(startsAt)} />}
      kicker={commission && <CommissionLabel slug={commission.slug} name={commission.name} />}
      aside={isCancelled ? <p className="font-bold text-brique">Annulé</p> : <p>{place ?? "Lieu à préciser"}</p>}
    >
      <p>{formatRange(startsAt, endsAt)}</p>
    </BrickRow>
  );
}
