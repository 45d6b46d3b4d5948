"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { draftCampaignAction } from "#lib/campaigns/actions";

type Props = {
  audience: string;
  draft?: { id: string; kind: string; subject: string; body: string };
};

/** The words of a message to many. Nothing leaves from here: the preview comes first. */
export function CampaignForm({ audience, draft }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ kind: string; subject: string; body: string }>(
    draftCampaignAction,
    { id: "message", defaultValue: draft },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title="Le message n’est pas enregistré" errors={errors} />
      {draft && <input type="hidden" name="id" value={draft.id} />}
      <input type="hidden" name="audience" value={audience} />
      <CheckboxGroup
        kind="radio"
        name={fields.kind.name}
        legend="Ce que c’est"
        error={fields.kind.errors?.[0]}
        defaultValues={fields.kind.initialValue ? [fields.kind.initialValue] : []}
        options={[
          {
            value: "service",
            label: "Un message de service\u202f: ce qu’un adhérent doit savoir. Tous le reçoivent.",
          },
          {
            value: "newsletter",
            label: "La lettre du club\u202f: seuls les abonnés la reçoivent, avec un lien pour se désabonner.",
          },
        ]}
      />
      <TextField {...fieldProps(fields.subject)} label="Objet" maxLength={150} required />
      <TextAreaField
        {...fieldProps(fields.body)}
        label="Message"
        hint="Une ligne vide sépare deux paragraphes. « Bonjour » et le prénom sont ajoutés."
        rows={12}
        required
      />
      <Button disabled={isPending}>{draft ? "Mettre à jour l’aperçu" : "Voir l’aperçu"}</Button>
    </form>
  );
}
