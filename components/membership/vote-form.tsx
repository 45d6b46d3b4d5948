"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { voteOnApplicationAction } from "#lib/membership/applications/review/actions";
import type { VoteInput } from "#lib/membership/applications/review/schema";

const OPINIONS: { value: VoteInput["opinion"]; label: string }[] = [
  { value: "favourable", label: "Pour" },
  { value: "opposed", label: "Contre" },
  { value: "abstains", label: "Je m’abstiens" },
];

/** One's own vote, changed as long as nothing is decided. */
export function VoteForm({ id, own }: { id: string; own: VoteInput["opinion"] | undefined }) {
  const { fields, formProps, errors, isPending } = useActionForm<VoteInput>(voteOnApplicationAction, {
    id: "avis",
    defaultValue: { id, ...(own ? { opinion: own } : {}) },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="L’avis n’est pas enregistré" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <CheckboxGroup
        name={fields.opinion.name}
        id={fields.opinion.id}
        legend="Votre avis"
        hint="Vous pouvez en changer jusqu’à la décision. Les autres membres du comité le voient."
        kind="radio"
        options={OPINIONS}
        defaultValues={[fields.opinion.initialValue ?? ""]}
        error={fields.opinion.errors?.[0]}
      />
      <Button kind="secondary" disabled={isPending}>
        {own ? "Changer mon avis" : "Donner mon avis"}
      </Button>
    </form>
  );
}
