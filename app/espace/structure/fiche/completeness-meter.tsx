import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";
import type { Completeness } from "#lib/structures/showcase/rules";

/** What is done and what would help, each with its true effect and its link. */
export function CompletenessMeter({ steps }: { steps: Completeness[] }) {
  const done = steps.filter(({ isDone }) => isDone).length;
  const left = steps.filter(({ isDone }) => !isDone);
  return (
    <Section title="Être trouvé plus souvent" id="completude">
      <p id="completude-mots">
        <strong className="figures">
          {done} sur {steps.length}
        </strong>{" "}
        de ce qui fait trouver une fiche, et la fait choisir.
      </p>
      <meter className="completeness" min={0} max={steps.length} value={done} aria-labelledby="completude-mots">
        {done} sur {steps.length}
      </meter>
      {left.length === 0 ? (
        <p>Rien ne manque. Gardez-la à jour.</p>
      ) : (
        <ul className="prose">
          {left.map(({ key, words, field }) => (
            <li key={key}>
              <a href={linkTo(field)}>{words}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function linkTo(field: string): string {
  if (field === "commissions") return paths.commissions;
  return field === "logo" ? "#logo" : `#fiche-${field}`;
}
