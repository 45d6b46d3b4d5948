import type { FormMetadata } from "@conform-to/react";
import { TextField } from "#components/forms/text-field";
import type { ApplicationFormValue } from "./application-form.tsx";

type Props = {
  form: FormMetadata<ApplicationFormValue, string[]>;
  most: number;
  /** The first address is the confirmed one: it does not change any more. */
  isCorrection: boolean;
};

/** Who will be there: the first person, and room for others that may stay empty. */
export function PeopleFields({ form, most, isCorrection }: Props) {
  const others = Array.from({ length: most - 1 }, (_, index) => index + 1);
  const isAnybody = others.some(
    (index) => Object.values(form.initialValue?.people?.[index] ?? {}).some(Boolean) || hasErrors(form, index),
  );
  return (
    <>
      <PersonFields form={form} index={0} isCorrection={isCorrection} />
      {form.allErrors.people && <p className="field-error">{form.allErrors.people[0]}</p>}
      <details className="drawer" open={isAnybody}>
        <summary>Ajouter d’autres personnes (facultatif)</summary>
        {others.map((index) => (
          <PersonFields key={index} form={form} index={index} isCorrection={isCorrection} />
        ))}
      </details>
    </>
  );
}

function PersonFields({ form, index, isCorrection }: { index: number } & Pick<Props, "form" | "isCorrection">) {
  const isReferent = index === 0;
  const row = form.initialValue?.people?.[index];
  const field = (part: keyof ApplicationFormValue["people"][number]) => {
    const name = `people[${index}].${part}`;
    return {
      name,
      id: `${form.id}-${name}`,
      defaultValue: typeof row === "object" ? row[part] : undefined,
      error: form.allErrors[name]?.[0],
      required: true,
    };
  };
  const complete = (token: string) => (isReferent ? token : "off");
  return (
    <fieldset className="person">
      <legend>{isReferent ? "La personne référente" : `Personne ${index + 1}`}</legend>
      {isReferent && (
        <p className="field-hint">
          Elle parlera pour la structure, tiendra sa fiche et invitera les autres. C’est à elle que nous écrivons.
        </p>
      )}
      <div className="form-pair">
        <TextField {...field("firstName")} label="Prénom" autoComplete={complete("given-name")} />
        <TextField {...field("lastName")} label="Nom" autoComplete={complete("family-name")} />
      </div>
      <TextField
        {...field("email")}
        type="email"
        label="Adresse e-mail"
        hint={isReferent && isCorrection ? CONFIRMED : undefined}
        autoComplete={complete("email")}
        readOnly={isReferent && isCorrection}
      />
      <TextField
        {...field("function")}
        label="Fonction"
        hint="Gérante, directeur technique…"
        autoComplete={complete("organization-title")}
      />
    </fieldset>
  );
}

const CONFIRMED = "C’est l’adresse confirmée : pour en changer, retirez la demande et refaites-la.";

function hasErrors(form: Props["form"], index: number): boolean {
  return Object.keys(form.allErrors).some((name) => name.startsWith(`people[${index}]`));
}
