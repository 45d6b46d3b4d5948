"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { closeNeedAction } from "#lib/needs/follow/actions";
import type { CloseInput } from "#lib/needs/follow/schema";
import { OUTCOME_LABELS } from "#lib/needs/labels";

type Props = { token: string; members: { slug: string; name: string }[] };

/** How it ended, and with whom. */
export function CloseNeedForm({ token, members }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<CloseInput>(closeNeedAction, { id: "clore" });
  const outcomes = Object.entries(OUTCOME_LABELS).filter(([value]) => value !== "won" || members.length > 0);
  return (
    <form {...formProps}>
      <ErrorSummary title="Le besoin n’est pas clos" errors={errors} />
      <input type="hidden" name="token" value={token} />
      <CheckboxGroup
        name="outcome"
        kind="radio"
        legend="Qui a résolu votre problème ?"
        error={fields.outcome.errors?.[0]}
        options={outcomes.map(([value, label]) => ({ value, label }))}
        defaultValues={[fields.outcome.initialValue ?? ""]}
      />
      {members.length > 0 && (
        <SelectField
          {...fieldProps(fields.winner)}
          label="Si c’est un adhérent, lequel ?"
          options={members.map(({ slug, name }) => ({ value: slug, label: name }))}
          emptyLabel="Choisissez…"
        />
      )}
      <Button disabled={isPending}>Clore ce besoin</Button>
    </form>
  );
}
