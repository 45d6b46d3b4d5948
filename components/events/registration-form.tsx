"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { HumanFields } from "#components/forms/human-fields";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { registerForEventAction } from "#lib/events/registrations/actions";
import type { RegistrationForm as Opening } from "#lib/events/registrations/queries";
import { YES_NO } from "#lib/events/registrations/rules";

/** The fields as a browser holds them. */
type Value = {
  firstName: string;
  lastName: string;
  email: string;
  organization: string;
  guests: string;
  answers: { question: string; value: string }[];
  consent: string;
  opened: string;
};

type Props = {
  event: string;
  questions: Opening["questions"];
  /** How many a member who is signed in may bring; 0 for anybody else. */
  mostGuests: number;
  isFull: boolean;
  person: { firstName: string; lastName: string; email: string; organization: string } | null;
  /** When the page was opened, signed. */
  opened: string;
  privacyHref: string;
};

/** One column, three fields that everybody must fill, then what the organisers ask. */
export function RegistrationForm({ event, questions, mostGuests, isFull, person, opened, privacyHref }: Props) {
  const { form, fields, formProps, errors, isPending } = useActionForm<Value>(registerForEventAction, {
    id: "inscription",
    defaultValue: person ?? {},
  });
  const answers = fields.answers.getFieldList();
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre inscription n’est pas partie" errors={errors} />
      <input type="hidden" name="event" value={event} />
      <div className="form-pair">
        <TextField {...fieldProps(fields.firstName)} label="Prénom" autoComplete="given-name" required />
        <TextField {...fieldProps(fields.lastName)} label="Nom" autoComplete="family-name" required />
      </div>
      <TextField
        {...fieldProps(fields.email, "email")}
        label="Adresse e-mail"
        hint={
          person
            ? "Celle de votre compte."
            : "Nous vous y écrivons d’abord : votre place est retenue dès que vous confirmez."
        }
        autoComplete="email"
        readOnly={person !== null}
        required
      />
      <TextField
        {...fieldProps(fields.organization)}
        label="Entreprise, école ou association"
        autoComplete="organization"
      />
      {mostGuests > 0 && (
        <SelectField
          {...fieldProps(fields.guests)}
          label="Combien de personnes viennent avec vous ?"
          hint="Leur nom n’est pas demandé."
          options={Array.from({ length: mostGuests + 1 }, (_, index) => ({
            value: String(index),
            label: index === 0 ? "Personne" : String(index),
          }))}
          required
        />
      )}
      {questions.map((question, index) => {
        const name = `answers[${index}].value`;
        return (
          <div key={question.id}>
            <input type="hidden" name={`answers[${index}].question`} value={question.id} />
            <Answer
              question={question}
              name={name}
              id={`${form.id}-${name}`}
              value={answers[index]?.getFieldset().value.initialValue ?? ""}
              error={form.allErrors[name]?.[0]}
            />
          </div>
        );
      })}
      <HumanFields formId={form.id} opened={opened} given={fields.opened.initialValue} />
      <div className={fields.consent.errors ? "field field-wrong" : "field"}>
        <label className="field-choice" htmlFor={fields.consent.id}>
          <input type="checkbox" id={fields.consent.id} name="consent" />
          <span>
            J’accepte que le club garde ces informations pour m’accueillir, et m’écrive à ce sujet. Elles sont effacées
            douze mois après. <a href={privacyHref}>Vos données</a>
          </span>
        </label>
        {fields.consent.errors && <p className="field-error">{fields.consent.errors[0]}</p>}
      </div>
      <Button disabled={isPending}>
        {isPending ? "Envoi en cours…" : isFull ? "M’inscrire sur la liste d’attente" : "M’inscrire"}
      </Button>
    </form>
  );
}

type AnswerProps = {
  question: Opening["questions"][number];
  name: string;
  id: string;
  value: string;
  error: string | undefined;
};

function Answer({ question: { label, kind, options, isRequired }, name, id, value, error }: AnswerProps) {
  const wrong = error === undefined ? {} : { error };
  if (kind === "short_text") {
    return (
      <TextField
        name={name}
        id={id}
        label={label}
        defaultValue={value}
        maxLength={500}
        required={isRequired}
        {...wrong}
      />
    );
  }
  if (kind === "choice") {
    return (
      <SelectField
        name={name}
        id={id}
        label={label}
        defaultValue={value}
        options={options.map((option) => ({ value: option, label: option }))}
        emptyLabel="Choisissez…"
        required={isRequired}
        {...wrong}
      />
    );
  }
  return (
    <CheckboxGroup
      kind="radio"
      name={name}
      id={id}
      legend={isRequired ? label : `${label} (facultatif)`}
      options={YES_NO.map((option) => ({ value: option, label: option }))}
      defaultValues={[value]}
      {...wrong}
    />
  );
}
