"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import {
  dropAnswerAction,
  resumeAnswerAction,
  settleAnswerAction,
  submitAnswerAction,
} from "#lib/consortia/steps/actions";
import type { DropInput, ResumeInput, SubmitInput } from "#lib/consortia/steps/schema";

type Props = { id: string; position: number };

/** Nothing of the answer changes after it: said before, in one sentence. */
export function SubmitForm({ id, position }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<SubmitInput>(submitAnswerAction, { id: "depot" });
  return (
    <form {...formProps}>
      <ErrorSummary title="La réponse n’est pas déclarée déposée" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="position" value={position} />
      <TextField
        {...fieldProps(fields.reason)}
        label="Numéro du récépissé de dépôt"
        hint="Celui que le profil d’acheteur vous a donné. Ensuite, membres, parts et documents de la réponse ne changent plus."
        maxLength={1_000}
      />
      <Button disabled={isPending}>Déclarer la réponse déposée</Button>
    </form>
  );
}

/** What was declared submitted is worked on again. */
export function ResumeForm({ id, position }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<ResumeInput>(resumeAnswerAction, { id: "reprise" });
  return (
    <form {...formProps}>
      <ErrorSummary title="La réponse n’est pas reprise" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="position" value={position} />
      <TextAreaField
        {...fieldProps(fields.reason)}
        label="Pourquoi vous la reprenez"
        hint="Déclarée trop tôt, ou à redéposer après un avis rectificatif. Tout peut de nouveau changer : pensez à redéposer chez l’acheteur."
        rows={2}
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Reprendre la réponse
      </Button>
    </form>
  );
}

export function DropForm({ id, position }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<DropInput>(dropAnswerAction, { id: "abandon" });
  return (
    <form {...formProps}>
      <ErrorSummary title="La réponse n’est pas abandonnée" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="position" value={position} />
      <TextAreaField
        {...fieldProps(fields.reason)}
        label="Pourquoi vous abandonnez"
        hint="Les adhérents le liront après la date limite. Cela ne se défait pas."
        rows={3}
        required
      />
      <TextAreaField {...fieldProps(fields.lesson)} label="Ce que vous en retenez" rows={3} />
      <Button kind="secondary" disabled={isPending}>
        Abandonner la réponse
      </Button>
    </form>
  );
}

type Settled = { state: string; reason: string; lesson: string; amount: string };

/** What the buyer decided and what was learnt; told wrongly, it is told again. */
export function SettleForm({ id, position, known }: Props & { known: Partial<Settled> }) {
  const { fields, formProps, errors, isPending } = useActionForm<Settled>(settleAnswerAction, {
    id: "resultat",
    defaultValue: known,
  });
  const wrong = fields.state.errors?.[0];
  return (
    <form {...formProps}>
      <ErrorSummary title="Le résultat n’est pas enregistré" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="position" value={position} />
      <CheckboxGroup
        kind="radio"
        id={fields.state.id}
        name={fields.state.name}
        legend="Le résultat"
        defaultValues={known.state ? [known.state] : []}
        options={[
          { value: "won", label: "Gagnée" },
          { value: "lost", label: "Perdue" },
        ]}
        {...(wrong ? { error: wrong } : {})}
      />
      <TextAreaField
        {...fieldProps(fields.reason)}
        label="Ce que dit l’acheteur"
        hint="Le rang, les notes, le motif : vous pouvez les lui demander. Les adhérents le liront : pas de prix, pas de nom de concurrent."
        rows={3}
      />
      <TextAreaField
        {...fieldProps(fields.lesson)}
        label="Ce que vous en retenez"
        hint="Les adhérents le liront : pas de prix, pas de nom de concurrent."
        rows={5}
        required
      />
      <TextField
        {...fieldProps(fields.amount)}
        label="Montant gagné, hors taxes (€)"
        hint="Montré aux adhérents si tous les membres l’ont accepté."
        inputMode="decimal"
      />
      <Button disabled={isPending}>Enregistrer le résultat</Button>
    </form>
  );
}
