type Props = { errors: { field?: string; message: string }[]; title?: string };

/** At the top of a refused form: what is wrong, each line leading to its field. */
export function ErrorSummary({ errors, title = "Le formulaire n’est pas parti" }: Props) {
  if (errors.length === 0) return null;
  return (
    <div className="notice notice-error" role="alert" id="erreurs" tabIndex={-1}>
      <p className="notice-title">{title}</p>
      <ul className="error-summary">
        {errors.map((error) => (
          <li key={`${error.field} ${error.message}`}>
            {error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
