type Props = {
  action: string;
  label: string;
  submit?: string;
  name?: string;
  defaultValue?: string;
  hint?: string;
  /** Filters already chosen, which the search keeps. */
  kept?: { name: string; value: string }[];
  size?: "normal" | "hero";
  /** The page shows results itself: they follow what is typed (`enhance/live-results.ts`). */
  isLive?: boolean;
  id?: string;
};

/** A plain GET form: it works before any script, and its result has an address. */
export function SearchForm(props: Props) {
  const {
    action,
    label,
    submit = "Chercher",
    name = "q",
    defaultValue,
    hint,
    kept = [],
    size = "normal",
    isLive,
  } = props;
  const id = props.id ?? `recherche-${name}`;
  return (
    <search className={`search search-${size}`}>
      <form action={action} method="get" data-live={isLive ? "" : undefined}>
        <label htmlFor={id}>{label}</label>
        {hint && <p id={`${id}-aide`}>{hint}</p>}
        <div className="search-line">
          <input
            id={id}
            type="search"
            name={name}
            defaultValue={defaultValue}
            maxLength={200}
            aria-describedby={hint ? `${id}-aide` : undefined}
          />
          <button type="submit">{submit}</button>
        </div>
        {kept.map((filter) => (
          <input key={filter.name} type="hidden" name={filter.name} value={filter.value} />
        ))}
      </form>
    </search>
  );
}
