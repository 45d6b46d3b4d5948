"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { castBallotsAction } from "#lib/assemblies/ballots/actions";
import type { CastInput } from "#lib/assemblies/ballots/schema";
import { count } from "#lib/platform/french";

type Props = {
  resolutionId: string;
  slug: string;
  /** The votes to cast: one's own, and those of the absent. */
  voices: { id: string; label: string }[];
  choices: { id: string; label: string }[];
  seats: number;
  isSecret: boolean;
};

/** A ballot for each vote held; every answer a plain radio button or box underneath. */
export function BallotForm({ resolutionId, slug, voices, choices, seats, isSecret }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<CastInput>(castBallotsAction, {
    id: `bulletin-${resolutionId}`,
    defaultValue: { ballots: voices.map(({ id }) => ({ voterId: id })) },
  });
  const rows = fields.ballots.getFieldList();
  return (
    <form {...formProps} className="ballots">
      <ErrorSummary title="Votre bulletin n’est pas dans l’urne" errors={errors} />
      <input type="hidden" name="resolutionId" value={resolutionId} />
      <input type="hidden" name="slug" value={slug} />
      {voices.map(({ id, label }, index) => {
        const field = rows[index]?.getFieldset().choiceIds;
        const error = field?.errors?.[0];
        const name = `ballots[${index}].choiceIds`;
        const chosen = [field?.initialValue ?? []].flat().map(String);
        return (
          <fieldset key={id} className="ballot" id={field?.id} aria-describedby={error ? `${name}-erreur` : undefined}>
            <legend>{label}</legend>
            {seats > 1 && <p className="field-hint">{count(seats, "nom")} au plus.</p>}
            <input type="hidden" name={`ballots[${index}].voterId`} value={id} />
            <div className="ballot-choices">
              {choices.map((choice) => (
                <label key={choice.id}>
                  <input
                    type={seats > 1 ? "checkbox" : "radio"}
                    name={name}
                    value={choice.id}
                    defaultChecked={chosen.includes(choice.id)}
                  />
                  {choice.label}
                </label>
              ))}
            </div>
            {error && (
              <p className="field-error" id={`${name}-erreur`}>
                {error}
              </p>
            )}
          </fieldset>
        );
      })}
      <p className="field-hint">
        On ne vote qu’une fois : un bulletin déposé ne se reprend pas.
        {isSecret && " Le vote est secret\u202f: rien ne rattachera votre réponse à votre nom."}
      </p>
      <Button disabled={isPending}>{isPending ? "Dépôt en cours…" : "Déposer dans l’urne"}</Button>
    </form>
  );
}
