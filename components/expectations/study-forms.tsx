"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { mergeAction, putOnAgendaAction, tagAction } from "#lib/expectations/study/actions";
import type { MergeInput, PutOnAgendaInput } from "#lib/expectations/study/schema";

type Props = {
  id: string;
  tags: string[];
  others: { id: string; title: string; voiceCount: number }[];
  /** Coming meetings, with their day in words. */
  meetings: { id: string; label: string }[];
};

/** The lead's table: agenda, key words, merge. */
export function StudyForms({ id, tags, others, meetings }: Props) {
  return (
    <div className="study-forms">
      <AgendaForm id={id} meetings={meetings} />
      <TagForm id={id} tags={tags} />
      <MergeForm id={id} others={others} />
    </div>
  );
}

function AgendaForm({ id, meetings }: Pick<Props, "id" | "meetings">) {
  const { fields, formProps, errors, isPending } = useActionForm<PutOnAgendaInput>(putOnAgendaAction, {
    id: "ordre-du-jour",
    defaultValue: { durationMinutes: 15 },
  });
  if (meetings.length === 0)
    return <p>Aucune réunion de la commission n’est à venir : pas d’ordre du jour où l’inscrire.</p>;
  return (
    <form {...formProps}>
      <h3>Mettre à l’ordre du jour</h3>
      <ErrorSummary title="L’ordre du jour n’a pas changé" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <SelectField
        {...fieldProps(fields.meetingId)}
        label="Réunion"
        options={meetings.map((meeting) => ({ value: meeting.id, label: meeting.label }))}
        required
      />
      <TextField
        {...fieldProps(fields.durationMinutes, "number")}
        label="Durée, en minutes"
        min={5}
        max={120}
        step={5}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Mettre à l’ordre du jour
      </Button>
    </form>
  );
}

function TagForm({ id, tags }: Pick<Props, "id" | "tags">) {
  const { fields, formProps, errors, isPending } = useActionForm<{ id: string; tags: string }>(tagAction, {
    id: "mots",
    defaultValue: { tags: tags.join(", ") },
  });
  return (
    <form {...formProps}>
      <h3>Mots-clés</h3>
      <ErrorSummary title="Les mots-clés n’ont pas changé" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextField {...fieldProps(fields.tags)} label="Vos mots-clés" hint="Séparés par des virgules, huit au plus." />
      <Button kind="secondary" disabled={isPending}>
        Enregistrer ces mots-clés
      </Button>
    </form>
  );
}

function MergeForm({ id, others }: Pick<Props, "id" | "others">) {
  const { fields, formProps, errors, isPending } = useActionForm<MergeInput>(mergeAction, { id: "reunir" });
  if (others.length === 0) return null;
  return (
    <form {...formProps}>
      <h3>Réunir à une autre</h3>
      <ErrorSummary title="Les attentes ne sont pas réunies" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <SelectField
        {...fieldProps(fields.targetId)}
        label="L’attente qui dit la même chose"
        hint="Elle reçoit les voix de celle-ci ; une structure qui a soutenu les deux compte une fois. On ne peut pas revenir en arrière."
        emptyLabel="Choisissez…"
        options={others.map((other) => ({ value: other.id, label: `${other.title} (${other.voiceCount} voix)` }))}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Réunir, définitivement
      </Button>
    </form>
  );
}
