import { CheckboxGroup } from "#components/forms/checkbox-group";
import { TextField } from "#components/forms/text-field";
import { fieldProps, type useActionForm } from "#components/forms/use-action-form";
import { FORMAT_LABELS } from "#lib/meetings/labels";

type Fields = ReturnType<typeof useActionForm<{ format: string; videoUrl?: string }>>["fields"];

type Props = Pick<Fields, "format" | "videoUrl"> & { legend: string; videoHint: string };

/** In one room, apart, or both; and where those who are apart meet. */
export function FormatFields({ format, videoUrl, legend, videoHint }: Props) {
  return (
    <>
      <CheckboxGroup
        kind="radio"
        name={format.name}
        legend={legend}
        defaultValues={[String(format.initialValue ?? "in_person")]}
        options={Object.entries(FORMAT_LABELS).map(([value, label]) => ({ value, label }))}
      />
      <TextField {...fieldProps(videoUrl, "url")} label="Adresse de la visioconférence" hint={videoHint} />
    </>
  );
}
