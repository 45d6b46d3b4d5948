"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { publishAction } from "#lib/expectations/study/actions";
import type { PublishInput } from "#lib/expectations/study/schema";

type Props = { id: string; publication: { asked: string; done: string } | null; title: string };

/** What the board tells everybody, in its own words: no name, no structure. */
export function PublishForm({ id, publication, title }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<PublishInput>(publishAction, {
    id: "publication-publique",
    defaultValue: { asked: publication?.asked ?? title, done: publication?.done ?? "" },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Rien n’est publié" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextAreaField {...fieldProps(fields.asked)} label="Vous avez dit" rows={2} maxLength={600} required />
      <TextAreaField
        {...fieldProps(fields.done)}
        label="Nous avons fait"
        hint="Lisible par tous : ni nom de personne, ni nom de structure."
        rows={4}
        maxLength={1_200}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        {publication ? "Corriger sur le site" : "Publier sur le site"}
      </Button>
    </form>
  );
}
