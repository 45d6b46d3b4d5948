"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { addCertificateAction } from "#lib/papers/actions";
import { CERTIFICATE_LABELS } from "#lib/papers/labels";
import type { CertificateInput } from "#lib/papers/schema";

export function CertificateForm() {
  const { fields, formProps, errors, isPending } = useActionForm<CertificateInput>(addCertificateAction, {
    id: "piece",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La pièce n’est pas ajoutée" errors={errors} />
      <SelectField
        {...fieldProps(fields.kind)}
        label="Catégorie"
        emptyLabel="Choisissez une catégorie"
        options={Object.entries(CERTIFICATE_LABELS).map(([value, label]) => ({ value, label }))}
        required
      />
      <TextField {...fieldProps(fields.label)} label="Nom" hint="RC professionnelle, ISO 27001…" required />
      <TextField {...fieldProps(fields.issuer)} label="Délivrée par" />
      <TextField {...fieldProps(fields.reference)} label="Numéro" />
      <TextField
        {...fieldProps(fields.validUntil, "date")}
        label="Valable jusqu’au"
        hint="Vos référents sont prévenus deux mois avant, puis quinze jours avant."
      />
      <Button kind="secondary" disabled={isPending}>
        Ajouter cette pièce
      </Button>
    </form>
  );
}
