"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { placeNeedAction } from "#lib/needs/placing/actions";
import type { Candidate } from "#lib/needs/placing/queries";

type Props = { needId: string; candidates: Candidate[] };

/** Names the member that a need is proposed to. */
export function PlaceNeedForm({ needId, candidates }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ structureId: string }>(placeNeedAction, {
    id: `placer-${needId}`,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le besoin n’est pas parti" errors={errors} />
      <input type="hidden" name="needId" value={needId} />
      <SelectField
        {...fieldProps(fields.structureId)}
        label="Quel adhérent ?"
        hint="Ceux qui y répondent le mieux d’abord, puis tous les autres par ordre alphabétique. L’acheteur est prévenu par message."
        options={candidates.map(({ id, name, isMatch }) => ({
          value: id,
          label: isMatch ? `${name} (répond à ce besoin)` : name,
        }))}
        emptyLabel="Choisissez…"
        required
      />
      <Button disabled={isPending}>Proposer à cet adhérent</Button>
    </form>
  );
}
