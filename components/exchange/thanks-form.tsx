"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { thankPartnerAction } from "#lib/exchange/thanks/actions";

type Props = { talkId: string; other: string; now: { text: string } | null };

/** A word of thanks, and whether it may be shown. */
export function ThanksForm({ talkId, other, now }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ text: string; agrees: string }>(thankPartnerAction, {
    id: `merci-${talkId}`,
    defaultValue: now ?? {},
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre mot n’est pas enregistré" errors={errors} />
      <input type="hidden" name="talkId" value={talkId} />
      <TextAreaField
        {...fieldProps(fields.text)}
        label={now ? "Changer votre mot" : `Un mot de merci à ${other}`}
        hint={
          now
            ? "L’autre devra de nouveau donner son accord."
            : "En une ou deux phrases. Rien ne paraît sans l’accord des deux."
        }
        rows={3}
        maxLength={400}
        required
      />
      <div className="field">
        <label className="field-choice">
          <input type="checkbox" name={fields.agrees.name} defaultChecked />
          <span>Il peut paraître sur nos deux fiches de l’annuaire</span>
        </label>
      </div>
      <Button kind="secondary" disabled={isPending}>
        {now ? "Remplacer mon mot" : "Remercier"}
      </Button>
    </form>
  );
}
