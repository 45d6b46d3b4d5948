"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { moveMeetingAction } from "#lib/meetings/schedule/actions";
import type { MoveInput } from "#lib/meetings/schedule/schema";
import { FormatFields } from "./format-fields.tsx";
import { MeetingFields } from "./meeting-fields.tsx";

type Props = {
  now: MoveInput;
  rooms: { value: string; label: string }[];
  /** Of an assembly: another date is another convocation. */
  action?: typeof moveMeetingAction;
  /** Offers to pass over the notice that the statutes ask. */
  mayShortenNotice?: boolean;
};

/** Another date, another room or other words, for a meeting already called. */
export function MoveForm({ now, rooms, action = moveMeetingAction, mayShortenNotice = false }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<MoveInput & { acceptsShortNotice?: boolean }>(action, {
    id: "deplacer",
    defaultValue: now,
  });
  const noticeError = fields.acceptsShortNotice.errors?.[0];
  return (
    <form {...formProps}>
      <ErrorSummary title="La réunion n’a pas changé" errors={errors} />
      <input type="hidden" name="eventId" value={now.eventId} />
      <TextField {...fieldProps(fields.title)} label="Titre" required />
      <TextAreaField {...fieldProps(fields.description)} label="Quelques mots, ou l’ordre du jour" rows={4} />
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
        legend="Comment se tient la réunion"
        videoHint="Pour une réunion à distance : seules les personnes invitées la verront."
      />
      {mayShortenNotice && (
        <CheckboxGroup
          name={fields.acceptsShortNotice.name}
          id={fields.acceptsShortNotice.id}
          legend="Délai de convocation"
          options={[{ value: "on", label: "Changer même si le délai des statuts n’est pas tenu" }]}
          {...(noticeError ? { error: noticeError } : {})}
        />
      )}
      <Button kind="secondary" disabled={isPending}>
        {isPending ? "Envoi en cours…" : "Changer et prévenir tout le monde"}
      </Button>
    </form>
  );
}
