"use client";

import { useForm } from "@conform-to/react";
import { startTransition, useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { HumanFields } from "#components/forms/human-fields";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { errorsOf, fieldProps } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { BUDGET_LABELS, DELAY_LABELS, HEADCOUNT_LABELS } from "#lib/needs/labels";
import { type NeedFormState, needAction } from "#lib/needs/request/actions";
import type { NeedInput } from "#lib/needs/request/schema";
import { MatchList } from "./match-list.tsx";
import { useLiveMatch } from "./use-live-match.ts";

type Props = {
  /** When the page was opened, signed: a form that is filled at once was filled by a machine. */
  opened: string;
  privacyHref: string;
  /** Shown inside another site. */
  isFramed?: boolean;
};

/** One text box first; who can answer appears below, then what is needed to send it. */
export function NeedForm({ opened, privacyHref, isFramed = false }: Props) {
  const [state, send, isPending] = useActionState(needAction, {
    form: undefined,
    match: null,
  } as NeedFormState);
  const [form, fields] = useForm<NeedInput>({
    id: "besoin",
    lastResult: state.form,
    onSubmit(event, { formData }) {
      event.preventDefault();
      startTransition(() => send(formData));
    },
  });
  const { match, listen } = useLiveMatch(state.match);
  const isOpen = match !== null && (match.outcome === "understood" || match.outcome === "unclear");
  return (
    <form id={form.id} action={send} onSubmit={form.onSubmit} noValidate className="form need-form" onInput={listen}>
      <ErrorSummary title="Votre demande n’est pas partie" errors={errorsOf(form)} />
      <TextAreaField
        {...fieldProps(fields.text)}
        label="Quel est votre besoin ?"
        hint={
          "Avec vos mots, comme au téléphone\u202f: «\u202fpersonne ne nous trouve sur Google\u202f», «\u202fle wifi coupe dans l’atelier\u202f»."
        }
        rows={4}
        maxLength={10_000}
        required
      />
      <TextField
        {...fieldProps(fields.city)}
        label="Votre commune"
        hint="Pour proposer les plus proches."
        autoComplete="address-level2"
      />
      {/* The first button of a form is what the Enter key presses. */}
      <Button kind={isOpen ? "secondary" : "primary"} name="step" value="show" disabled={isPending}>
        Voir qui peut répondre
      </Button>
      <div aria-live="polite">{match && <MatchList match={match} chosen={state.form?.initialValue?.members} />}</div>
      {isOpen && (
        <>
          <SelectField {...fieldProps(fields.delay)} label="Pour quand ?" options={optionsOf(DELAY_LABELS)} required />
          <SelectField
            {...fieldProps(fields.budget)}
            label="Quel budget ?"
            options={optionsOf(BUDGET_LABELS)}
            required
          />
          <TextField {...fieldProps(fields.contactName)} label="Votre nom" autoComplete="name" required />
          <TextField
            {...fieldProps(fields.contactEmail, "email")}
            label="Votre adresse e-mail"
            hint="Nous vous écrivons d’abord : rien ne part sans votre confirmation."
            autoComplete="email"
            required
          />
          <TextField {...fieldProps(fields.contactPhone, "tel")} label="Votre téléphone" autoComplete="tel" />
          <TextField
            {...fieldProps(fields.organization)}
            label="Votre entreprise, mairie ou association"
            autoComplete="organization"
          />
          <SelectField
            {...fieldProps(fields.headcount)}
            label="Combien de personnes y travaillent ?"
            options={optionsOf(HEADCOUNT_LABELS)}
            emptyLabel="Ne pas préciser"
          />
          <div className={fields.consent.errors ? "field field-wrong" : "field"}>
            <label className="field-choice" htmlFor={fields.consent.id}>
              <input type="checkbox" id={fields.consent.id} name="consent" />
              <span>
                J’accepte que ma demande soit transmise aux adhérents choisis. Mes coordonnées ne le sont qu’à ceux qui
                se disent intéressés. <a href={privacyHref}>Vos données</a>
              </span>
            </label>
            {fields.consent.errors && <p className="field-error">{fields.consent.errors[0]}</p>}
          </div>
        </>
      )}
      <HumanFields formId="besoin" opened={opened} given={fields.opened.initialValue} />
      {isFramed && <input type="hidden" name="frame" value="1" />}
      {isOpen && (
        <Button name="step" value="send" disabled={isPending}>
          {isPending ? "Envoi en cours…" : "Recevoir le lien de confirmation"}
        </Button>
      )}
    </form>
  );
}

function optionsOf(labels: Record<string, string>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}
