"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { scheduleMeetingAction } from "#lib/meetings/schedule/actions";
import type { ScheduleInput } from "#lib/meetings/schedule/schema";
import { FormatFields } from "./format-fields.tsx";
import { MeetingFields } from "./meeting-fields.tsx";

type Props = {
  commission: { slug: string; name: string };
  rooms: { value: string; label: string }[];
  /** The best date that the portal would propose. */
  proposed: { day: string; from: string; to: string; roomId: string } | null;
};

/** A meeting whose date is known: one form, and everybody is called. */
export function ScheduleForm({ commission, rooms, proposed }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<ScheduleInput>(scheduleMeetingAction, {
    id: "reunion",
    defaultValue: {
      commission: commission.slug,
      title: `Réunion de la commission ${commission.name}`,
      format: "in_person",
      ...(proposed ?? {}),
    },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="La réunion n’est pas convoquée" errors={errors} />
      <input type="hidden" name="commission" value={commission.slug} />
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
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Convoquer la réunion"}</Button>
    </form>
  );
}
