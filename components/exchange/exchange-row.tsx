import { BrickRow } from "#components/ui/brick-row";
import { TagList } from "#components/ui/tag-list";
import { DIRECTION_VERBS, KIND_LABELS, STATE_LABELS } from "#lib/exchange/labels";
import type { ExchangeView } from "#lib/exchange/queries";
import { dayOf, formatDayShort } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Props = { exchange: ExchangeView /** Of one's own: how far it is, rather than whose it is. */; isOwn?: boolean };

/** One offer or search of the list. */
export function ExchangeRow({ exchange, isOwn = false }: Props) {
  const { id, direction, kind, title, hours, structure, skills, state, answers, postedAt } = exchange;
  return (
    <BrickRow
      title={title}
      href={paths.exchange(id)}
      kicker={isOwn ? STATE_LABELS[state] : `${structure.name} ${DIRECTION_VERBS[direction]}`}
      aside={
        <>
          <p>{isOwn ? count(answers, "réponse") : (structure.city ?? "Artois")}</p>
          <p className="text-sm text-ardoise">{formatDayShort(dayOf(postedAt))}</p>
        </>
      }
    >
      <p>{[KIND_LABELS[kind], hours && count(hours, "heure")].filter(Boolean).join(" · ")}</p>
      <TagList tags={skills.map(({ label }) => ({ label }))} />
    </BrickRow>
  );
}
