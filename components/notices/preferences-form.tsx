"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { choosePreferencesAction } from "#lib/notices/actions";
import { REMINDER_LABELS, RHYTHM_LABELS } from "#lib/notices/labels";
import type { PreferencesInput } from "#lib/notices/schema";

/** How often the digest comes, and which reminders of dates. */
export function PreferencesForm({ preferences }: { preferences: PreferencesInput }) {
  const { fields, formProps, errors, isPending } = useActionForm<PreferencesInput>(choosePreferencesAction, {
    id: "rythme",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Vos choix n’ont pas changé" errors={errors} />
      <CheckboxGroup
        kind="radio"
        name={fields.rhythm.name}
        legend="Recevoir le résumé par e-mail"
        defaultValues={[preferences.rhythm]}
        options={Object.entries(RHYTHM_LABELS).map(([value, label]) => ({ value, label }))}
        {...(fields.rhythm.errors?.[0] ? { error: fields.rhythm.errors[0] } : {})}
      />
      <CheckboxGroup
        name={fields.reminders.name}
        legend="Être rappelé des réunions et des rendez-vous où vous êtes inscrit"
        hint="Convocations, changements et annulations partent toujours."
        defaultValues={preferences.reminders}
        options={Object.entries(REMINDER_LABELS).map(([value, label]) => ({ value, label }))}
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer ces choix
      </Button>
    </form>
  );
}
