type Props = { words: string; previous?: string | null; next?: string | null };

/** From page to page, with links that have an address. */
export function Pager({ words, previous, next }: Props) {
  return (
    <nav className="pager" aria-label="Pages">
      {previous ? (
        <a href={previous} rel="prev">
          Page précédente
        </a>
      ) : (
        <span />
      )}
      <p>{words}</p>
      {next ? (
        <a href={next} rel="next">
          Page suivante
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
