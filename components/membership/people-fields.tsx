import type { FieldMetadata, FormMetadata } from "@conform-to/react";
import { TextField } from "#components/forms/text-field";
import { fieldProps } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { ApplicationFormValue } from "./application-form.tsx";

type Props = {
  form: FormMetadata<ApplicationFormValue, string[]>;
  people: FieldMetadata<ApplicationFormValue["people"], ApplicationFormValue, string[]>;
  most: number;
  /** The first address is the confirmed one: it does not change any more. */
  isCorrection: boolean;
};

/** Who will be there; rows come and go by buttons that are plain submits without a script. */
export function PeopleFields({ form, people, most, isCorrection }: Props) {
  const rows = people.getFieldList();
  return (
    <>
      {rows.map((row, index) => {
        const { firstName, lastName, email, function: position } = row.getFieldset();
        const isReferent = index === 0;
        return (
          <fieldset className="person" key={row.key}>
            <legend>{isReferent ? "La personne référente" : `Personne ${index + 1}`}</legend>
            {isReferent && (
              <p className="field-hint">
                Elle parlera pour la structure, tiendra sa fiche et invitera les autres. C’est à elle que nous écrivons.
              </p>
            )}
            <div className="form-pair">
              <TextField
                {...fieldProps(firstName)}
                label="Prénom"
                autoComplete={isReferent ? "given-name" : "off"}
                required
              />
              <TextField
                {...fieldProps(lastName)}
                label="Nom"
                autoComplete={isReferent ? "family-name" : "off"}
                required
              />
            </div>
            <TextField
              {...fieldProps(email, "email")}
              label="Adresse e-mail"
              hint={
                isReferent && isCorrection
                  ? "C’est l’adresse confirmée : pour en changer, retirez la demande et refaites-la."
                  : undefined
              }
              autoComplete={isReferent ? "email" : "off"}
              readOnly={isReferent && isCorrection}
              required
            />
            <TextField
              {...fieldProps(position)}
              label="Fonction"
              hint="Gérante, directeur technique…"
              autoComplete={isReferent ? "organization-title" : "off"}
              required
            />
            {!isReferent && (
              <Button kind="quiet" {...form.remove.getButtonProps({ name: people.name, index })}>
                Retirer cette personne
              </Button>
            )}
          </fieldset>
        );
      })}
      {people.errors && <p className="field-error">{people.errors[0]}</p>}
      {rows.length < most && (
        <Button kind="secondary" {...form.insert.getButtonProps({ name: people.name })}>
          Ajouter une personne
        </Button>
      )}
    </>
  );
}
