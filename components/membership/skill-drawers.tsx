import { describeControl } from "#components/forms/field-frame";
import { CommissionLabel } from "#components/ui/commission-label";
import type { ApplicationChoices } from "#lib/membership/applications/queries";

type Props = {
  name: string;
  id: string;
  choices: ApplicationChoices;
  defaultValues: string[];
  legend: string;
  hint: string;
  error?: string;
};

/** More than a hundred skills: folded under the commission they belong to, open where some are ticked. */
export function SkillDrawers({ name, id, choices, defaultValues, legend, hint, error }: Props) {
  return (
    <fieldset
      className={error ? "field field-wrong" : "field"}
      id={id}
      aria-describedby={describeControl(id, hint, error)["aria-describedby"]}
    >
      <legend>
        {legend}
        <span className="field-optional"> (facultatif)</span>
      </legend>
      <p className="field-hint" id={`${id}-aide`}>
        {hint}
      </p>
      {choices.map(({ slug, name: commission, skills }) => (
        <details className="drawer" key={slug} open={skills.some((skill) => defaultValues.includes(skill.slug))}>
          <summary>
            <CommissionLabel slug={slug} name={commission} />
          </summary>
          <div className="drawer-choices">
            {skills.map((skill) => (
              <label className="field-choice" key={skill.slug}>
                <input
                  type="checkbox"
                  name={name}
                  value={skill.slug}
                  defaultChecked={defaultValues.includes(skill.slug)}
                />
                <span>{skill.label}</span>
              </label>
            ))}
          </div>
        </details>
      ))}
      {error && (
        <p className="field-error" id={`${id}-erreur`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
