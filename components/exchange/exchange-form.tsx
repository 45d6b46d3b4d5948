"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { SkillDrawers } from "#components/membership/skill-drawers";
import { Button } from "#components/ui/button";
import { changeExchangeAction, postExchangeAction } from "#lib/exchange/actions";
import { DIRECTION_LABELS, KIND_LABELS } from "#lib/exchange/labels";
import type { ApplicationChoices } from "#lib/membership/applications/queries";

/** The fields as a browser holds them. */
type Value = { direction: string; kind: string; title: string; body: string; hours: string; skills: string[] };

type Props = {
  choices: ApplicationChoices;
  now: Partial<Value>;
  /** Of the one to be changed. */
  id?: string;
};

/** One page for both senses: whatever is wrong, all that was typed stays. */
export function ExchangeForm({ choices, now, id }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<Value>(
    id ? changeExchangeAction : postExchangeAction,
    {
      id: "annonce",
      defaultValue: now,
    },
  );
  const ticked = fields.skills.initialValue;
  return (
    <form {...formProps}>
      <ErrorSummary title={id ? "Rien n’a changé" : "Votre annonce n’est pas publiée"} errors={errors} />
      {id && <input type="hidden" name="id" value={id} />}
      <CheckboxGroup
        kind="radio"
        name={fields.direction.name}
        id={fields.direction.id}
        legend="Vous"
        options={[
          { value: "offer", label: `${DIRECTION_LABELS.offer} mon aide` },
          { value: "request", label: `${DIRECTION_LABELS.request} un coup de main` },
        ]}
        defaultValues={[fields.direction.initialValue ?? ""]}
        error={fields.direction.errors?.[0]}
      />
      <SelectField
        {...fieldProps(fields.kind)}
        label="De quoi s’agit-il ?"
        options={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))}
        emptyLabel="Choisissez…"
        required
      />
      <TextField {...fieldProps(fields.title)} label="En un titre" maxLength={120} required />
      <TextAreaField
        {...fieldProps(fields.body)}
        label="En quelques phrases"
        hint="Ce qu’il faut savoir pour répondre. Pas de prix : on s’arrange entre adhérents, hors du portail."
        required
      />
      <TextField
        {...fieldProps(fields.hours, "number")}
        label="Combien d’heures, environ"
        inputMode="numeric"
        min={1}
      />
      <SkillDrawers
        name={fields.skills.name}
        id={fields.skills.id}
        choices={choices}
        legend="Compétences en jeu"
        hint="Six au plus. Sans rien cocher, le portail les lit dans vos mots, comme pour un besoin."
        defaultValues={Array.isArray(ticked) ? ticked.filter((slug) => slug !== undefined) : ticked ? [ticked] : []}
        error={fields.skills.errors?.[0]}
      />
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : id ? "Enregistrer" : "Publier"}</Button>
    </form>
  );
}
