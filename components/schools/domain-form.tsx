"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { nameDomainAction } from "#lib/schools/actions";
import type { DomainForm as Form } from "#lib/schools/schema";

/** How the addresses of the school's students end. */
export function DomainForm({ emailDomain }: { emailDomain: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<Form>(nameDomainAction, {
    id: "domaine",
    defaultValue: { emailDomain },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le domaine n’est pas enregistré" errors={errors} />
      <TextField
        {...fieldProps(fields.emailDomain)}
        label="Domaine des adresses de vos étudiants"
        hint="Ce qui suit l’arobase, par exemple etu.ecole.fr. Ceux qui ont cette adresse se verront proposer de vous rejoindre."
      />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer ce domaine
      </Button>
    </form>
  );
}
