"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { type FieldsOf, fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { Reveal } from "#components/ui/reveal";
import { TagList } from "#components/ui/tag-list";
import { LEVEL_LABELS } from "#lib/internships/labels";
import { saveOfferAction } from "#lib/internships/offers/actions";
import type { OfferChoices } from "#lib/internships/offers/queries";
import type { OfferForm as Typed } from "#lib/internships/offers/schema";

type Props = {
  kept: Partial<Typed> & { id: string };
  choices: OfferChoices;
  towns: { value: string; label: string }[];
};

/** An offer, from what is done to when; the law is checked when it is saved. */
export function OfferForm({ kept, choices, towns }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<Typed>(saveOfferAction, {
    id: "offre",
    defaultValue: kept,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="L’offre n’est pas enregistrée" errors={errors} />
      <input type="hidden" name="id" value={kept.id} />
      {kept.version && <input type="hidden" name="version" value={String(kept.version)} />}
      {kept.copiedFrom && <input type="hidden" name="copiedFrom" value={kept.copiedFrom} />}
      <Placement fields={fields} choices={choices} />
      <Audience fields={fields} />
      <Times fields={fields} choices={choices} towns={towns} />
      <Welcome fields={fields} choices={choices} />
      <Applying fields={fields} choices={choices} />
      <div className="actions">
        <Button disabled={isPending}>{isPending ? "Enregistrement…" : "Enregistrer et relire"}</Button>
      </div>
    </form>
  );
}

type PartProps = { fields: FieldsOf<Typed> };

function Placement({ fields, choices }: PartProps & Pick<Props, "choices">) {
  return (
    <>
      <h3 className="form-part">Le stage</h3>
      <TextField
        {...fieldProps(fields.title)}
        label="Titre"
        hint="Le métier d’abord, suivi de F/H : « Technicien réseau F/H »."
        maxLength={120}
        required
      />
      <TextAreaField
        {...fieldProps(fields.missions)}
        label="Missions"
        hint="Le contexte, ce que la personne fera et ce qui en restera. Une ligne vide sépare deux paragraphes, un tiret commence une liste. Ni âge, ni sexe, ni origine, ni photo : la loi l’interdit."
        rows={10}
        required
      />
      <SelectField
        {...fieldProps(fields.commission)}
        label="Métier"
        emptyLabel="Choisissez…"
        options={choices.commissions.map(({ slug, name }) => ({ value: slug, label: name }))}
        required
      />
      <TextAreaField
        {...fieldProps(fields.skills)}
        label="Compétences travaillées"
        hint="Une par ligne : on cherche les offres par elles."
        rows={5}
      />
      <Reveal label="La liste commune des compétences">
        <TagList label="Compétences de la liste commune" tags={choices.skillLabels.map((label) => ({ label }))} />
      </Reveal>
    </>
  );
}

function Audience({ fields }: PartProps) {
  return (
    <>
      <h3 className="form-part">Pour qui</h3>
      <CheckboxGroup
        name={fields.levels.name}
        id={fields.levels.id}
        legend="Niveaux"
        error={fields.levels.errors?.[0]}
        options={Object.entries(LEVEL_LABELS).map(([value, label]) => ({ value, label }))}
        defaultValues={chosen(fields.levels.initialValue)}
      />
      <TextField
        {...fieldProps(fields.curricula)}
        label="Formations"
        hint="Séparées par des virgules : « BUT Informatique, BTS SIO »."
      />
      <TextField {...fieldProps(fields.places, "number")} label="Places" min={1} max={20} required />
    </>
  );
}

function Times({ fields, choices, towns }: PartProps & Pick<Props, "choices" | "towns">) {
  return (
    <>
      <h3 className="form-part">Quand et où</h3>
      <TextField
        {...fieldProps(fields.startsOn, "date")}
        label="Possible à partir du"
        hint="La période où vous pouvez accueillir : le stage y tient, il peut être plus court."
        required
      />
      <TextField {...fieldProps(fields.endsOn, "date")} label="Fini au plus tard le" required />
      <TextField {...fieldProps(fields.weeks, "number")} label="Durée en semaines" min={1} max={52} required />
      <TextField
        {...fieldProps(fields.hoursPerWeek, "number")}
        label="Heures de présence par semaine"
        hint={`Semaines × heures\u202f: au-delà de ${choices.limits.hoursWithoutStipend} heures la gratification est due, ${choices.limits.mostHours} heures au plus.`}
        min={1}
        max={35}
        required
      />
      <SelectField {...fieldProps(fields.city)} label="Commune" emptyLabel="Hors de la liste" options={towns} />
      <TextField
        {...fieldProps(fields.remotePercent, "number")}
        label="Part possible à distance, en %"
        min={0}
        max={100}
      />
    </>
  );
}

function Welcome({ fields, choices }: PartProps & Pick<Props, "choices">) {
  return (
    <>
      <h3 className="form-part">Accueil</h3>
      <TextField
        {...fieldProps(fields.stipend)}
        label="Gratification par heure, en euros"
        hint="Laissez vide pour le minimum légal quand il est dû."
        inputMode="decimal"
      />
      <TextField
        {...fieldProps(fields.tutorName)}
        label="Nom du tuteur ou de la tutrice"
        hint={`Ne paraît pas sur la page publique. ${choices.limits.mostPerTutor} stagiaires au plus à la fois.`}
      />
      <TextField {...fieldProps(fields.tutorRole)} label="Sa fonction" hint="Paraît sur la page publique." />
    </>
  );
}

function Applying({ fields, choices }: PartProps & Pick<Props, "choices">) {
  return (
    <>
      <h3 className="form-part">Candidatures</h3>
      <TextField {...fieldProps(fields.applyBefore, "date")} label="Date limite pour candidater" required />
      <TextField
        {...fieldProps(fields.answerBy, "date")}
        label="Réponse à chacun avant le"
        hint="Vous vous y engagez : ce jour-là, le portail répond poliment à qui attendrait encore."
        required
      />
      {choices.schools.length > 0 && (
        <>
          <CheckboxGroup
            name={fields.shownFirstTo.name}
            id={fields.shownFirstTo.id}
            legend="Montrer d’abord à ces écoles (facultatif)"
            hint="Elles seules, avec leurs étudiants, voient l’offre jusqu’au jour que vous donnez."
            error={fields.shownFirstTo.errors?.[0]}
            options={choices.schools.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValues={chosen(fields.shownFirstTo.initialValue)}
          />
          <TextField {...fieldProps(fields.shownFirstUntil, "date")} label="Jusqu’au" />
        </>
      )}
    </>
  );
}

/** What was ticked, as Conform hands it over: one value stands alone. */
function chosen(value: unknown): string[] {
  return [value ?? []].flat().map(String);
}
