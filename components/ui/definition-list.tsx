import type { ReactNode } from "react";

type Props = { items: { term: string; value: ReactNode }[] };

/** Facts in two columns; what is not known is left out. */
export function DefinitionList({ items }: Props) {
  return (
    <dl className="definitions">
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== "")
        .map((item) => (
          <div key={item.term}>
            <dt>{item.term}</dt>
            <dd>{item.value}</dd>
          </div>
        ))}
    </dl>
  );
}
