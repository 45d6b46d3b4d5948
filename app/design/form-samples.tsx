import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { Button } from "#components/ui/button";
import { Section } from "#components/ui/section";
import { commissions } from "./samples.ts";

export function FormSamples() {
  return (
    <Section title="Formulaires" id="formulaires">
      <form method="get">
        <div className="mb-6">
          <ErrorSummary errors={[{ field: "email", message: "Adresse e-mail : il manque ce qui suit l’arobase" }]} />
        </div>
        <TextField name="nom" label="Nom de la structure" required defaultValue="Terril Numérique" />
        <TextField
          name="email"
          type="email"
          label="Adresse e-mail"
          hint="Elle n’est jamais montrée au public."
          error="Il manque ce qui suit l’arobase : complétez l’adresse."
          defaultValue="contact@"
          required
        />
        <SelectField
          name="ville"
          label="Commune"
          emptyLabel="Choisissez…"
          options={[
            { value: "arras", label: "Arras" },
            { value: "lens", label: "Lens" },
          ]}
        />
        <TextAreaField name="description" label="Description" hint="Deux ou trois phrases suffisent." />
        <CheckboxGroup
          name="commissions"
          legend="Commissions qui vous intéressent"
          hint="Autant que vous voulez."
          options={commissions.map((commission) => ({ value: commission.slug, label: commission.name }))}
          defaultValues={["gestion"]}
        />
        <TextField name="bloque" label="Champ fermé" disabled defaultValue="Fixé par le club" />
        <Button>Envoyer la demande</Button>
      </form>
    </Section>
  );
}
