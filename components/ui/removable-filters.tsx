type Props = {
  active: { name: string; words: string /** The list without it. */; href: string }[];
  /** The list without any. */
  allHref: string;
};

/** What narrows a list, each removable by its own link. */
export function RemovableFilters({ active, allHref }: Props) {
  if (active.length === 0) return null;
  return (
    <ul className="tags mb-6" aria-label="Filtres actifs">
      {active.map(({ name, words, href }) => (
        <li key={name}>
          <a className="tag" href={href} rel="nofollow">
            <span className="sr-only">Retirer le filtre </span>
            {words} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a className="tag" href={allHref}>
            Tout retirer
          </a>
        </li>
      )}
    </ul>
  );
}
