"use client";

import { useEffect, useRef, useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { similarExpectationsAction, voiceExpectationAction } from "#lib/expectations/actions";
import { CATEGORY_LABELS } from "#lib/expectations/labels";
import type { SimilarExpectation } from "#lib/expectations/queries";
import type { VoiceExpectationInput } from "#lib/expectations/schema";
import { SimilarList } from "./similar-list.tsx";

type Props = {
  commissions: { slug: string; name: string }[];
  commission?: string;
  /** What was typed in the question above, and what it found. */
  title?: string;
  similar: SimilarExpectation[];
};

/** Long enough for a word to be finished, short enough to help before the sentence is. */
const PAUSE_MS = 400;

export function NewExpectationForm({ commissions, commission, title, similar: found }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<VoiceExpectationInput>(voiceExpectationAction, {
    id: "attente",
    defaultValue: { commission, title },
  });
  const { similar, lookFor } = useSimilar(found);
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre attente n’est pas partie" errors={errors} />
      <TextField
        {...fieldProps(fields.title)}
        label="Votre attente, en une ligne"
        hint="Par exemple : une astreinte partagée en août."
        maxLength={140}
        required
        onInput={(event) => lookFor(event.currentTarget.value)}
      />
      <SimilarList similar={similar} />
      <TextAreaField
        {...fieldProps(fields.body)}
        label="Pourquoi, et ce qui vous aiderait"
        maxLength={4_000}
        required
      />
      <SelectField
        {...fieldProps(fields.commission)}
        label="Commission"
        emptyLabel="Choisissez…"
        options={commissions.map(({ slug, name }) => ({ value: slug, label: name }))}
        required
      />
      <SelectField
        {...fieldProps(fields.category)}
        label="Catégorie"
        emptyLabel="Aucune"
        options={Object.entries(CATEGORY_LABELS).map(([value, label]) => ({ value, label }))}
      />
      <div className="field">
        <label className="field-choice">
          <input type="checkbox" name={fields.isAnonymous.name} aria-describedby={`${fields.isAnonymous.id}-aide`} />
          <span>Ne pas montrer mon nom ni celui de ma structure</span>
        </label>
        <p className="field-hint" id={`${fields.isAnonymous.id}-aide`}>
          Ni les membres, ni les responsables, ni le comité ne les voient. Ils restent enregistrés pour vous prévenir
          des suites ; qui administre la base pourrait les y lire. Vos collègues verront que votre structure a donné sa
          voix.
        </p>
      </div>
      <Button disabled={isPending}>{isPending ? "Envoi en cours…" : "Dire cette attente"}</Button>
    </form>
  );
}

/** What resembles the words being typed, asked after a pause; an older answer never replaces a newer one. */
function useSimilar(first: SimilarExpectation[]) {
  const [similar, setSimilar] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const lookFor = (typed: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      asked.current += 1;
      const turn = asked.current;
      // Without an answer the form still works: there is nothing to tell.
      similarExpectationsAction(typed).then(
        (answer) => turn === asked.current && setSimilar(answer),
        () => undefined,
      );
    }, PAUSE_MS);
  };
  return { similar, lookFor };
}
