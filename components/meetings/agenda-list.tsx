import type { ReactNode } from "react";
import type { MeetingSheet } from "#lib/meetings/agenda/queries";
import { paths } from "#lib/platform/paths";
import { PaperList } from "./paper-list.tsx";

type Item = MeetingSheet["items"][number];

type Props = {
  items: Item[];
  /** What one may do to an item. */
  tools?: (item: Item, index: number) => ReactNode;
};

/** The agenda in its order: number, what, who, how long. */
export function AgendaList({ items, tools }: Props) {
  return (
    <ol className="agenda">
      {items.map((item, index) => (
        <li key={item.id} className="agenda-item">
          <span className="agenda-number" aria-hidden="true">
            {index + 1}
          </span>
          <div className="agenda-words">
            <h3>{item.title}</h3>
            <p className="text-ardoise">
              {item.durationMinutes} min{item.owner && `, présenté par ${item.owner}`}
              {item.topicId && ", repris d’une réunion précédente"}
            </p>
            {item.expectation && (
              <p>
                Répond à une attente : <a href={paths.expectation(item.expectation.id)}>{item.expectation.title}</a>
              </p>
            )}
            <PaperList papers={item.papers} />
          </div>
          {tools && <div className="agenda-tools no-print">{tools(item, index)}</div>}
        </li>
      ))}
    </ol>
  );
}
