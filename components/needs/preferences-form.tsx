"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { HEADCOUNT_LABELS } from "#lib/needs/labels";
import { choosePreferencesAction } from "#lib/needs/preferences/actions";
import type { findPreferences } from "#lib/needs/preferences/queries";

type Props = { preferences: NonNullable<Awaited<ReturnType<typeof findPreferences>>> };

/** Which needs a structure wants to be told of. */
export function PreferencesForm({ preferences }: Props) {
  const { skills, mutedSkills, minHeadcount, maxKm, monthlyLimit, absentUntil } = preferences;
  const { fields, formProps, errors, isPending } = useActionForm<{
    minHeadcount: string;
    maxKm: string;
    monthlyLimit: string;
    absentUntil: string;
  }>(choosePreferencesAction, {
    id: "preferences",
    defaultValue: {
      minHeadcount: minHeadcount ?? "",
      maxKm: maxKm?.toString() ?? "",
      monthlyLimit: monthlyLimit?.toString() ?? "",
      absentUntil: absentUntil ?? "",
    },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Vos choix ne sont pas enregistrés" errors={errors} />
      {skills.length > 0 && (
        <CheckboxGroup
          name="wantedSkills"
          legend="Pour quelles compétences voulez-vous des besoins ?"
          hint="Celles que vous décochez restent sur votre fiche."
          options={skills.map(({ slug, label }) => ({ value: slug, label }))}
          defaultValues={skills.map(({ slug }) => slug).filter((slug) => !mutedSkills.includes(slug))}
        />
      )}
      <SelectField
        {...fieldProps(fields.minHeadcount)}
        label="À partir de quelle taille d’acheteur ?"
        options={Object.entries(HEADCOUNT_LABELS).map(([value, label]) => ({ value, label }))}
        emptyLabel="Toutes les tailles"
      />
      <TextField
        {...fieldProps(fields.maxKm, "number")}
        label="Jusqu’à combien de kilomètres ?"
        inputMode="numeric"
        min={1}
        max={200}
      />
      <TextField
        {...fieldProps(fields.monthlyLimit, "number")}
        label="Combien de besoins par mois, au plus ?"
        inputMode="numeric"
        min={1}
        max={100}
      />
      <TextField
        {...fieldProps(fields.absentUntil, "date")}
        label="Absent jusqu’au"
        hint="D’ici là vous ne recevez rien ; cela s’arrête tout seul le lendemain."
      />
      <Button disabled={isPending}>Enregistrer ces choix</Button>
    </form>
  );
}
