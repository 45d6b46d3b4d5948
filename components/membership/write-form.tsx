"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import {
  askApplicantAction,
  commentApplicationAction,
  refuseApplicationAction,
} from "#lib/membership/applications/review/actions";

type Written = { id: string; text: string; reason: string };

const ACTS = {
  comment: {
    action: commentApplicationAction,
    field: "text",
    label: "Votre commentaire",
    hint: "Pour le comité directeur seulement.",
    send: "Commenter",
    failed: "Le commentaire n’est pas enregistré",
  },
  ask: {
    action: askApplicantAction,
    field: "text",
    label: "Votre question",
    hint: "Elle part par e-mail ; la demande attend la réponse.",
    send: "Poser la question",
    failed: "La question n’est pas partie",
  },
  refuse: {
    action: refuseApplicationAction,
    field: "reason",
    label: "La raison",
    hint: "Elle est envoyée telle quelle, entre des remerciements.",
    send: "Refuser la demande",
    failed: "La demande n’est pas refusée",
  },
} as const;

/** One text and what is done with it: said among the board, asked of the applicant, or told as the reason of a no. */
export function WriteForm({ id, act }: { id: string; act: keyof typeof ACTS }) {
  const { action, field, label, hint, send, failed } = ACTS[act];
  const { fields, formProps, errors, isPending } = useActionForm<Written>(action, { id: `${act}-${id}` });
  return (
    <form {...formProps}>
      <ErrorSummary title={failed} errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextAreaField {...fieldProps(fields[field])} label={label} hint={hint} rows={4} required />
      <Button kind="secondary" disabled={isPending}>
        {send}
      </Button>
    </form>
  );
}
