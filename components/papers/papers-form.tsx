"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { savePapersAction } from "#lib/papers/actions";
import type { PapersView } from "#lib/papers/queries";

type Fields = {
  siret: string;
  legalForm: string;
  registration: string;
  vatNumber: string;
  representative: string;
  capacity: string;
  years: { year: string; turnoverEuros: string; headcount: string }[];
};

type Props = {
  papers: Pick<
    PapersView,
    "siret" | "legalForm" | "registration" | "vatNumber" | "representative" | "capacity" | "years"
  >;
};

/** Who the structure is, and its last three years: what every DC2 asks again. */
export function PapersForm({ papers: { siret, years, ...papers } }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<Fields>(savePapersAction, {
    id: "dossier",
    defaultValue: {
      ...papers,
      siret: siret ?? "",
      years: years.map(({ year, turnoverEuros, headcount }) => ({
        year: String(year),
        turnoverEuros: turnoverEuros === null ? "" : String(turnoverEuros),
        headcount: headcount === null ? "" : String(headcount),
      })),
    },
  });
  const rows = fields.years.getFieldList();
  return (
    <form {...formProps}>
      <ErrorSummary title="Le dossier n’est pas enregistré" errors={errors} />
      <TextField {...fieldProps(fields.siret)} label="SIRET" hint="14 chiffres" inputMode="numeric" />
      <TextField {...fieldProps(fields.legalForm)} label="Forme juridique" hint="SARL, SAS, entreprise individuelle…" />
      <TextField {...fieldProps(fields.registration)} label="Immatriculation" hint="RCS Arras 123 456 789" />
      <TextField {...fieldProps(fields.vatNumber)} label="Numéro de TVA" />
      <TextField {...fieldProps(fields.representative)} label="Personne qui signe" />
      <TextField {...fieldProps(fields.capacity)} label="Sa qualité" hint="Gérante, président…" />
      {years.map(({ year }, index) => {
        const row = rows[index]?.getFieldset();
        return (
          row && (
            <fieldset key={year} className="field parts-of-lot">
              <legend>Exercice {year}</legend>
              <input type="hidden" name={row.year.name} value={year} />
              <TextField {...fieldProps(row.turnoverEuros)} label="Chiffre d’affaires HT (€)" inputMode="numeric" />
              <TextField {...fieldProps(row.headcount)} label="Effectif" inputMode="numeric" />
            </fieldset>
          )
        );
      })}
      <Button disabled={isPending}>Enregistrer le dossier</Button>
    </form>
  );
}
