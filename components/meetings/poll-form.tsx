"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { openPollAction } from "#lib/meetings/polls/actions";
import type { PollFields } from "#lib/meetings/polls/schema";
import { FormatFields } from "./format-fields.tsx";

type Props = {
  /** Null: the board, for which nothing is proposed. */
  commission: { slug: string; name: string } | null;
  /** Best first; `value` is the wall's date and hour. */
  proposals: { value: string; label: string; reasons: string[] }[];
  people: { id: string; name: string; isLead: boolean }[];
  durationMinutes: number;
  deadline: string;
};

/** How many of the proposed dates are ticked at first. */
const TICKED = 4;
const OWN_ROWS = [0, 1, 2];

/** Dates proposed with their reasons, dates of one's own, what the meeting is. */
export function PollForm({ commission, proposals, people, durationMinutes, deadline }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<PollFields>(openPollAction, {
    id: "sondage",
    defaultValue: {
      title: commission ? `Réunion de la commission ${commission.name}` : "Réunion du comité directeur",
      durationMinutes,
      deadline,
      format: "in_person",
      slots: proposals.slice(0, TICKED).map(({ value }) => value),
      keyPeople: people.filter(({ isLead }) => isLead).map(({ id }) => id),
    },
  });
  const chosen = asList(fields.slots.initialValue);
  const own = fields.own.getFieldList();
  const slotsError = fields.slots.errors?.[0];
  return (
    <form {...formProps}>
      <ErrorSummary title="Le sondage n’est pas ouvert" errors={errors} />
      {commission && <input type="hidden" name="commission" value={commission.slug} />}
      <fieldset id={fields.slots.id} className={slotsError ? "field-wrong" : undefined}>
        <legend className="mb-2 font-bold">
          {commission ? "Dates proposées, de la meilleure à la moins bonne" : "Deux dates au moins"}
        </legend>
        {commission && proposals.length === 0 && (
          <p className="mb-4">Aucune date ne respecte toutes les règles : ajoutez les vôtres ci-dessous.</p>
        )}
        <ul className="proposals">
          {proposals.map(({ value, label, reasons }) => (
            <li key={value} className="proposal">
              <input
                type="checkbox"
                name="slots"
                id={`creneau-${value}`}
                value={value}
                defaultChecked={chosen.includes(value)}
                aria-describedby={`raisons-${value}`}
              />
              <label htmlFor={`creneau-${value}`}>{label}</label>
              <ul id={`raisons-${value}`}>
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
        {slotsError && <p className="field-error">{slotsError}</p>}
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-bold">Vos propres dates</legend>
        {OWN_ROWS.map((index) => {
          const row = own[index]?.getFieldset();
          const error = row?.time.errors?.[0];
          return (
            <div key={index} className="field-pair">
              <TextField
                type="date"
                name={`own[${index}].day`}
                id={`${fields.own.id}-${index}-day`}
                label={`Date ${index + 1}`}
                defaultValue={row?.day.initialValue}
                {...(row?.day.errors?.[0] ? { error: row.day.errors[0] } : {})}
              />
              <TextField
                type="time"
                name={`own[${index}].time`}
                id={`${fields.own.id}-${index}-time`}
                label={`Heure ${index + 1}`}
                defaultValue={row?.time.initialValue}
                {...(error ? { error } : {})}
              />
            </div>
          );
        })}
      </fieldset>
      <TextField {...fieldProps(fields.title)} label="Titre de la réunion" required />
      <TextAreaField {...fieldProps(fields.description)} label="Quelques mots" rows={3} />
      <div className="field-pair">
        <TextField
          {...fieldProps(fields.durationMinutes, "number")}
          label="Durée, en minutes"
          min={15}
          max={480}
          step={15}
          required
        />
        <TextField {...fieldProps(fields.deadline, "date")} label="Dernier jour pour répondre" required />
      </div>
      <FormatFields
        format={fields.format}
        videoUrl={fields.videoUrl}
        legend="Comment se tient la réunion"
        videoHint="Pour une réunion à distance : seules les personnes invitées la verront."
      />
      <CheckboxGroup
        name={fields.keyPeople.name}
        legend="Personnes sans qui la réunion n’aurait pas de sens"
        hint="À dates égales, celle où elles peuvent venir l’emporte."
        defaultValues={asList(fields.keyPeople.initialValue)}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        {...(fields.keyPeople.errors?.[0] ? { error: fields.keyPeople.errors[0] } : {})}
      />
      <Button disabled={isPending}>
        {isPending ? "Ouverture en cours…" : "Ouvrir le sondage et écrire au groupe"}
      </Button>
    </form>
  );
}

/** What a group of boxes holds: nothing, one value, or several. */
function asList(value: unknown): string[] {
  return [value ?? []].flat().map(String);
}
