import type { ReactNode } from "react";

export type FilterOption = {
  key: string;
  label: ReactNode;
  count?: number;
  href: string;
  isCurrent?: boolean;
  /** What of the list it leaves: both light up together (`enhance/map-and-list.ts`). */
  is?: string;
};

type Props = { title: string; options: FilterOption[] /** The same page without this filter. */; clearHref?: string };

/** Filters as plain links: each choice is an address. */
export function FilterList({ title, options, clearHref }: Props) {
  return (
    <section className="filters">
      <h3>{title}</h3>
      <ul>
        {options.map((option) => (
          <li key={option.key}>
            <a
              href={option.href}
              aria-current={option.isCurrent ? "true" : undefined}
              rel="nofollow"
              data-is={option.is}
            >
              <span>{option.label}</span>
              {option.count !== undefined && <span className="filters-count figures">{option.count}</span>}
            </a>
          </li>
        ))}
      </ul>
      {clearHref && (
        <p>
          <a href={clearHref}>Tout afficher</a>
        </p>
      )}
    </section>
  );
}
