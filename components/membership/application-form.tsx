"use client";

import type { ReactNode } from "react";
import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { HumanFields } from "#components/forms/human-fields";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { type FieldsOf, fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { CommissionLabel } from "#components/ui/commission-label";
import { submitApplicationAction } from "#lib/membership/applications/actions";
import { correctApplicationAction } from "#lib/membership/applications/following/actions";
import type { ApplicationChoices } from "#lib/membership/applications/queries";
import { KIND_LABELS } from "#lib/structures/labels";
import { PeopleFields } from "./people-fields.tsx";
import { SkillDrawers } from "./skill-drawers.tsx";

/** The fields as a browser holds them. */
export type ApplicationFormValue = {
  siret: string;
  legalName: string;
  tradeName: string;
  kind: string;
  address: string;
  postalCode: string;
  city: string;
  website: string;
  phone: string;
  people: { firstName: string; lastName: string; email: string; function: string }[];
  skills: string[];
  ownSkills: string;
  commissions: string[];
  description: string;
  motivation: string;
  consent: string;
  opened: string;
};

type Props = {
  choices: ApplicationChoices;
  defaultValue: Partial<ApplicationFormValue>;
  mostPeople: number;
  /** A new application, with what proves the form was shown; or the correction of the one behind a link. */
  purpose: { kind: "new"; opened: string; invitation?: string } | { kind: "correction"; token: string };
  /** What becomes of the data, above the consent. */
  notice: ReactNode;
};

/** One page in four parts: whatever is wrong, all that was typed stays. */
export function ApplicationForm({ choices, defaultValue, mostPeople, purpose, notice }: Props) {
  const isCorrection = purpose.kind === "correction";
  const { form, fields, formProps, errors, isPending } = useActionForm<ApplicationFormValue>(
    isCorrection ? correctApplicationAction : submitApplicationAction,
    { id: "demande", defaultValue },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title="La demande n’est pas partie" errors={errors} />
      {purpose.kind === "correction" ? (
        <input type="hidden" name="token" value={purpose.token} />
      ) : (
        <input type="hidden" name="invitation" value={purpose.invitation ?? ""} />
      )}
      <StructurePart fields={fields} />
      <fieldset className="form-part">
        <legend>2. Les personnes</legend>
        <PeopleFields form={form} most={mostPeople} isCorrection={isCorrection} />
      </fieldset>
      <TradesPart fields={fields} choices={choices} />
      <RequestPart fields={fields} notice={notice} isCorrection={isCorrection} />
      {purpose.kind === "new" && (
        <HumanFields formId={form.id} opened={purpose.opened} given={fields.opened.initialValue} />
      )}
      <div className="form-end">
        <Button disabled={isPending}>{sendLabel(isCorrection, isPending)}</Button>
      </div>
    </form>
  );
}

type PartProps = { fields: FieldsOf<ApplicationFormValue> };

function StructurePart({ fields }: PartProps) {
  return (
    <fieldset className="form-part">
      <legend>1. Votre structure</legend>
      <TextField
        {...fieldProps(fields.siret)}
        label="SIRET"
        hint="14 chiffres."
        inputMode="numeric"
        autoComplete="off"
      />
      <TextField {...fieldProps(fields.legalName)} label="Nom légal" autoComplete="organization" required />
      <TextField
        {...fieldProps(fields.tradeName)}
        label="Nom d’usage"
        hint="Celui que vos clients connaissent, s’il est différent : l’annuaire montrera celui-là."
        autoComplete="off"
      />
      <CheckboxGroup
        name={fields.kind.name}
        id={fields.kind.id}
        legend="Vous êtes"
        kind="radio"
        options={Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }))}
        defaultValues={[fields.kind.initialValue ?? ""]}
        error={fields.kind.errors?.[0]}
      />
      <TextField {...fieldProps(fields.address)} label="Adresse" hint="Numéro et rue." autoComplete="street-address" />
      <div className="form-pair form-pair-narrow">
        <TextField
          {...fieldProps(fields.postalCode)}
          label="Code postal"
          inputMode="numeric"
          autoComplete="postal-code"
          required
        />
        <TextField {...fieldProps(fields.city)} label="Commune" autoComplete="address-level2" required />
      </div>
      <div className="form-pair">
        <TextField {...fieldProps(fields.website)} label="Site web" inputMode="url" autoComplete="url" />
        <TextField {...fieldProps(fields.phone, "tel")} label="Téléphone" autoComplete="tel" />
      </div>
      <TextAreaField
        {...fieldProps(fields.description)}
        label="Ce que vous faites"
        hint="En quelques phrases, pour un client qui cherche. Votre fiche de l’annuaire commencera par là."
        required
      />
    </fieldset>
  );
}

function TradesPart({ fields, choices }: PartProps & Pick<Props, "choices">) {
  return (
    <fieldset className="form-part">
      <legend>3. Vos métiers</legend>
      <SkillDrawers
        name={fields.skills.name}
        id={fields.skills.id}
        legend="Vos compétences"
        hint="Ouvrez les rubriques qui vous concernent et cochez ce qu’on trouve chez vous."
        choices={choices}
        defaultValues={listOf(fields.skills.initialValue)}
        error={fields.skills.errors?.[0]}
      />
      <TextField
        {...fieldProps(fields.ownSkills)}
        label="D’autres compétences, dans vos mots"
        hint="Séparées par des virgules."
        autoComplete="off"
      />
      <CheckboxGroup
        name={fields.commissions.name}
        id={fields.commissions.id}
        legend="Commissions où vous voulez siéger"
        hint="Une au moins. Chacune se réunit tous les mois ou tous les deux mois."
        options={choices.map(({ slug, name }) => ({
          value: slug,
          label: <CommissionLabel slug={slug} name={name} />,
        }))}
        defaultValues={listOf(fields.commissions.initialValue)}
        error={fields.commissions.errors?.[0]}
      />
    </fieldset>
  );
}

function RequestPart({ fields, notice, isCorrection }: PartProps & Pick<Props, "notice"> & { isCorrection: boolean }) {
  return (
    <fieldset className="form-part">
      <legend>4. Votre demande</legend>
      <TextAreaField
        {...fieldProps(fields.motivation)}
        label="Ce que vous attendez du club"
        hint="Seul le comité directeur lira ces lignes."
        required
      />
      {notice}
      {!isCorrection && (
        <CheckboxGroup
          name={fields.consent.name}
          id={fields.consent.id}
          legend="Votre accord"
          options={[
            {
              value: "on",
              label:
                "J’ai lu ce que deviennent ces données, et les personnes nommées sont d’accord pour que je les donne.",
            },
          ]}
          defaultValues={[fields.consent.initialValue ?? ""]}
          error={fields.consent.errors?.[0]}
        />
      )}
    </fieldset>
  );
}

function sendLabel(isCorrection: boolean, isPending: boolean): string {
  if (isPending) return "Envoi en cours…";
  return isCorrection ? "Enregistrer les corrections" : "Envoyer la demande";
}

/** One box ticked comes as a text, several as a list, none as nothing. */
function listOf(value: string | (string | undefined)[] | undefined): string[] {
  return [value ?? []].flat().filter((one) => one !== undefined);
}
