"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { FileField } from "#components/forms/file-field";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { addPaperAction } from "#lib/meetings/papers/actions";

type Props = { meetingId: string; items: { id: string; title: string }[] };

const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.odt,.ods,.odp,.docx,.xlsx,.pptx";

/** A document for the meeting, or for one item of its agenda. */
export function PaperForm({ meetingId, items }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{
    meetingId: string;
    agendaItemId?: string;
    paper: File;
  }>(addPaperAction, { id: "document" });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le document n’est pas joint" errors={errors} />
      <input type="hidden" name="meetingId" value={meetingId} />
      <FileField
        {...fieldProps(fields.paper, "file")}
        label="Document"
        hint="PDF, image PNG ou JPEG, ou document bureautique sans macro, 5 Mo au plus. Seules les personnes convoquées et le comité l’ouvrent."
        accept={ACCEPTED}
        required
      />
      {items.length > 0 && (
        <SelectField
          {...fieldProps(fields.agendaItemId)}
          label="Pour quel point"
          emptyLabel="Toute la réunion"
          options={items.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <Button kind="secondary" disabled={isPending}>
        {isPending ? "Envoi en cours…" : "Joindre ce document"}
      </Button>
    </form>
  );
}
