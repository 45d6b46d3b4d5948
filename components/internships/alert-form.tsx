"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { HumanFields } from "#components/forms/human-fields";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { requestAlertAction } from "#lib/internships/alerts/actions";
import type { AlertInput } from "#lib/internships/alerts/schema";

type Props = {
  search: string;
  /** When the page was shown, signed. */
  opened: string;
  privacyHref: string;
};

/** An address and an agreement: nothing else is asked. */
export function AlertForm({ search, opened, privacyHref }: Props) {
  const { form, fields, formProps, errors, isPending } = useActionForm<AlertInput>(requestAlertAction, {
    id: "alerte",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="L’alerte n’est pas demandée" errors={errors} />
      <input type="hidden" name="search" value={search} />
      <TextField {...fieldProps(fields.email, "email")} label="Votre adresse e-mail" autoComplete="email" required />
      <HumanFields formId={form.id} opened={opened} given={fields.opened.initialValue} />
      <div className={fields.consent.errors ? "field field-wrong" : "field"}>
        <label className="field-choice" htmlFor={fields.consent.id}>
          <input type="checkbox" id={fields.consent.id} name="consent" />
          <span>
            J’accepte de recevoir par e-mail les offres de stage qui répondent à cette recherche, pendant douze mois au
            plus. Chaque message permet d’arrêter. <a href={privacyHref}>Vos données</a>
          </span>
        </label>
        {fields.consent.errors && <p className="field-error">{fields.consent.errors[0]}</p>}
      </div>
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Recevoir le lien de confirmation"}</Button>
    </form>
  );
}
