import type { FieldMetadata } from "@conform-to/react";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps } from "#components/forms/use-action-form";
import { LEVEL_LABELS } from "#lib/internships/labels";
import type { ProfileForm } from "#lib/students/schema";

type Names = Exclude<keyof ProfileForm, "isVisible" | "keptLonger">;
// biome-ignore lint/suspicious/noExplicitAny: two forms hold these fields, each field knows its own form
type Props = { fields: { [Name in Names]: FieldMetadata<ProfileForm[Name], any, any> } };

/** What a company reads of a student, wherever it is asked. */
export function ProfileFields({ fields }: Props) {
  return (
    <>
      <TextField
        {...fieldProps(fields.diploma)}
        label="Diplôme préparé"
        hint="Par exemple : BUT Informatique, deuxième année."
        required
      />
      <SelectField
        {...fieldProps(fields.level)}
        label="Niveau"
        emptyLabel="Choisissez…"
        options={Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label }))}
        required
      />
      <TextField {...fieldProps(fields.schoolName)} label="École" autoComplete="organization" />
      <TextField {...fieldProps(fields.availableFrom, "date")} label="Libre pour un stage à partir du" required />
      <TextField {...fieldProps(fields.availableTo, "date")} label="Jusqu’au" required />
      <TextField
        {...fieldProps(fields.city)}
        label="Commune où vous habitez"
        hint="Pour dire à quelle distance est l’entreprise. L’adresse n’est jamais demandée."
      />
      <TextField
        {...fieldProps(fields.skills)}
        label="Ce que vous savez faire"
        hint="Séparé par des virgules : Linux, SQL, montage vidéo."
      />
      <TextAreaField
        {...fieldProps(fields.links)}
        label="Liens"
        hint="Un par ligne : portfolio, dépôt de code. Ils commencent par https://."
        rows={2}
      />
    </>
  );
}
