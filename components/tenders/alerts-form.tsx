"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { CommissionLabel } from "#components/ui/commission-label";
import { chooseAlertsAction } from "#lib/tenders/alerts/actions";
import { DEPARTMENT_LABELS } from "#lib/tenders/labels";

type Props = {
  kept: { ownSkills: boolean; skills: string[]; cpvPrefixes: string[]; departments: string[] };
  commissions: { slug: string; name: string; skills: { slug: string; label: string }[] }[];
};

/** Which new notices one wants to hear of. */
export function AlertsForm({ kept, commissions }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ cpv: string; skills: string[] }>(
    chooseAlertsAction,
    {
      id: "alertes",
      defaultValue: { cpv: kept.cpvPrefixes.join(", ") },
    },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title="Vos choix ne sont pas enregistrés" errors={errors} />
      <div className="field">
        <label className="field-choice">
          <input type="checkbox" name="ownSkills" defaultChecked={kept.ownSkills} />
          <span>Ceux qui demandent une compétence de notre fiche</span>
        </label>
      </div>
      <fieldset className="field" id={fields.skills.id}>
        <legend>
          Ceux qui demandent aussi<span className="field-optional"> (facultatif)</span>
        </legend>
        {commissions.map(({ slug, name, skills }) => (
          <details className="drawer" key={slug} open={skills.some((skill) => kept.skills.includes(skill.slug))}>
            <summary>
              <CommissionLabel slug={slug} name={name} />
            </summary>
            <div className="drawer-choices">
              {skills.map((skill) => (
                <label className="field-choice" key={skill.slug}>
                  <input
                    type="checkbox"
                    name="skills"
                    value={skill.slug}
                    defaultChecked={kept.skills.includes(skill.slug)}
                  />
                  <span>{skill.label}</span>
                </label>
              ))}
            </div>
          </details>
        ))}
      </fieldset>
      <TextField
        {...fieldProps(fields.cpv)}
        label="Ceux dont un code CPV commence par"
        hint="72 pour tous les services informatiques, 32420 pour le matériel de réseau."
      />
      <CheckboxGroup
        name="departments"
        legend="Seulement dans"
        hint="Rien de coché : partout."
        options={Object.entries(DEPARTMENT_LABELS).map(([value, label]) => ({ value, label }))}
        defaultValues={kept.departments}
      />
      <Button disabled={isPending}>Enregistrer ces choix</Button>
    </form>
  );
}
