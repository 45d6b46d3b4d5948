"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { FormatFields } from "#components/meetings/format-fields";
import { MeetingFields } from "#components/meetings/meeting-fields";
import { Button } from "#components/ui/button";
import { conveneAssemblyAction } from "#lib/assemblies/convening/actions";
import type { ConveneFields } from "#lib/assemblies/convening/schema";

type Props = {
  kind: ConveneFields["kind"];
  title: string;
  description: string;
  /** The first day that the statutes allow. */
  day: string;
  /** The address of the first call, whose resolutions are taken up. */
  after: string | null;
  rooms: { value: string; label: string }[];
};

/** Everything that a convocation says, in one form. */
export function ConveneForm({ kind, title, description, day, after, rooms }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<ConveneFields>(conveneAssemblyAction, {
    id: "convocation",
    defaultValue: { title, description, day, from: "18:30", to: "20:30", format: "in_person" },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La convocation n’est pas partie" errors={errors} />
      <input type="hidden" name="kind" value={kind} />
      {after && <input type="hidden" name="after" value={after} />}
      <TextField {...fieldProps(fields.title)} label="Titre" required />
      <TextAreaField {...fieldProps(fields.description)} label="Ordre du jour, et quelques mots" rows={5} />
      <TextAreaField
        {...fieldProps(fields.resolutions)}
        label={after ? "Résolutions à ajouter à celles de la première convocation" : "Résolutions mises au vote"}
        hint="Une par ligne. Elles sont dans la convocation ; les élections s’ajoutent ensuite, avec leurs candidats."
        rows={5}
      />
      <MeetingFields
        day={fieldProps(fields.day)}
        from={fieldProps(fields.from)}
        to={fieldProps(fields.to)}
        roomId={fieldProps(fields.roomId)}
        place={fieldProps(fields.place)}
        rooms={rooms}
      />
      <FormatFields
        format={fields.format}
        videoUrl={fields.videoUrl}
        legend="Comment se tient la séance"
        videoHint="Pour une séance à distance, si les statuts permettent d’y voter : seuls les votants la verront."
      />
      {kind === "board" && (
        <CheckboxGroup
          name={fields.acceptsShortNotice.name}
          id={fields.acceptsShortNotice.id}
          legend="Délai de convocation"
          options={[{ value: "on", label: "Convoquer même si le délai des statuts n’est pas tenu" }]}
          defaultValues={fields.acceptsShortNotice.initialValue ? ["on"] : []}
          {...(fields.acceptsShortNotice.errors?.[0] ? { error: fields.acceptsShortNotice.errors[0] } : {})}
        />
      )}
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Convoquer"}</Button>
    </form>
  );
}
