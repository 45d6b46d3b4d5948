type Step = { label: string; href: string };
type Props = { steps: Step[]; here: string };

/** The way back up, ending with the page itself. */
export function Breadcrumb({ steps, here }: Props) {
  return (
    <nav className="breadcrumb" aria-label="Fil d’Ariane">
      <ol>
        {steps.map((step) => (
          <li key={step.href}>
            <a href={step.href}>{step.label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
