import { CheckboxGroup } from "#components/forms/checkbox-group";
import { FORM_LABELS, FORM_MEANINGS } from "#lib/consortia/labels";
import { CONSORTIUM_FORMS } from "#lib/consortia/schema";

type Props = { name: string; id: string; value?: string; error?: string | undefined };

/** The three forms of a groupement, each with what it binds its members to. */
export function FormChoice({ name, id, value = "joint_lead_several", error }: Props) {
  return (
    <CheckboxGroup
      kind="radio"
      id={id}
      name={name}
      legend="Forme du groupement"
      defaultValues={[value]}
      options={CONSORTIUM_FORMS.map((form) => ({
        value: form,
        label: (
          <>
            <strong>{FORM_LABELS[form]}.</strong> {FORM_MEANINGS[form]}
          </>
        ),
      }))}
      {...(error ? { error } : {})}
    />
  );
}
