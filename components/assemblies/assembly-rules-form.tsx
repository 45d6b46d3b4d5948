"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { changeAssemblyRulesAction } from "#lib/assemblies/settings/actions";
import type { AssemblyRulesInput } from "#lib/assemblies/settings/schema";

/** What the statutes ask of one kind of assembly. */
export function AssemblyRulesForm({ rules }: { rules: AssemblyRulesInput }) {
  const { fields, formProps, errors, isPending } = useActionForm<AssemblyRulesInput>(changeAssemblyRulesAction, {
    id: `regles-${rules.kind}`,
    defaultValue: rules,
  });
  const number = { inputMode: "numeric" as const, required: true };
  return (
    <form {...formProps}>
      <ErrorSummary title="Les règles n’ont pas changé" errors={errors} />
      <input type="hidden" name="kind" value={rules.kind} />
      <div className="field-pair">
        <TextField {...fieldProps(fields.noticeDays)} {...number} label="Délai de convocation, en jours" />
        <TextField
          {...fieldProps(fields.quorumPercent)}
          {...number}
          label="Quorum, en % des convoqués"
          hint="0 : aucun quorum."
        />
        <TextField
          {...fieldProps(fields.proxiesPerHolder)}
          {...number}
          label="Pouvoirs par personne"
          hint="0 : pas de pouvoir."
        />
      </div>
      <div className="field-pair">
        <TextField {...fieldProps(fields.secondNoticeDays)} {...number} label="Seconde convocation : délai, en jours" />
        <TextField {...fieldProps(fields.secondQuorumPercent)} {...number} label="Seconde convocation : quorum, en %" />
      </div>
      {rules.kind === "board" && (
        <CheckboxGroup
          name={fields.presidentDecidesTies.name}
          legend="À égalité de voix"
          options={[{ value: "on", label: "La voix de la présidence est prépondérante" }]}
          defaultValues={fields.presidentDecidesTies.initialValue ? ["on"] : []}
        />
      )}
      <Button kind="secondary" disabled={isPending}>
        Enregistrer
      </Button>
    </form>
  );
}
