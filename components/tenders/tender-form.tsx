"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { Reveal } from "#components/ui/reveal";
import { TagList } from "#components/ui/tag-list";
import { editTenderAction, postTenderAction } from "#lib/tenders/actions";
import { CANDIDACY_LABELS, DEPARTMENT_LABELS, PROCEDURE_LABELS } from "#lib/tenders/labels";
import type { TenderFields } from "#lib/tenders/schema";

type Props = {
  /** Of the tender that is put right; a new one has none. */
  id?: string;
  kept?: TenderFields;
  commissions: { slug: string; name: string; skills: { slug: string; label: string }[] }[];
};

const NEW: Partial<TenderFields> = {
  procedure: "other",
  rule: "not_read",
  time: "12:00",
  departments: ["62"],
  lots: [{}],
};
const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** A notice, field by field, and its lots. Rows are added without a script too. */
export function TenderForm({ id, kept, commissions }: Props) {
  const { form, fields, formProps, errors, isPending } = useActionForm<TenderFields>(
    id ? editTenderAction : postTenderAction,
    { id: "avis", defaultValue: kept ?? NEW },
  );
  const submit = id ? "Enregistrer l’avis" : "Signaler cet appel d’offres";
  return (
    <form {...formProps}>
      {/* What the Enter key presses: the first button of a form, whatever it does. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        {submit}
      </button>
      <ErrorSummary title={id ? "L’avis n’est pas enregistré" : "L’avis n’est pas parti"} errors={errors} />
      {id && <input type="hidden" name="id" value={id} />}
      {kept?.version && <input type="hidden" name="version" value={kept.version} />}
      <TextField
        {...fieldProps(fields.buyer)}
        label="Acheteur"
        hint="Commune, agglomération, lycée, hôpital…"
        required
      />
      <TextField {...fieldProps(fields.subject)} label="Objet du marché" required />
      <div className="field-pair">
        <TextField {...fieldProps(fields.day, "date")} label="À rendre avant le" required />
        <TextField {...fieldProps(fields.time, "time")} label="À" hint="L’heure de Paris." required />
      </div>
      <TextField {...fieldProps(fields.reference)} label="Référence de l’acheteur" />
      <TextField {...fieldProps(fields.url, "url")} label="Adresse de l’avis" inputMode="url" />
      <SelectField {...fieldProps(fields.procedure)} label="Procédure" options={options(PROCEDURE_LABELS)} required />
      <SelectField
        {...fieldProps(fields.rule)}
        label="Répondre seul et en groupement, ou dans plusieurs groupements"
        hint="Le règlement de la consultation le dit."
        options={options(CANDIDACY_LABELS)}
        required
      />
      <TextField {...fieldProps(fields.estimate)} label="Montant estimé, en euros hors taxes" inputMode="decimal" />
      <TextField {...fieldProps(fields.city)} label="Commune où se fait le travail" />
      <CheckboxGroup
        name={fields.departments.name}
        id={fields.departments.id}
        legend="Département"
        options={options(DEPARTMENT_LABELS)}
        defaultValues={[fields.departments.initialValue ?? []].flat().map(String)}
      />
      <LotRows field={fields.lots} />
      <Button kind="secondary" {...form.insert.getButtonProps({ name: fields.lots.name, defaultValue: {} })}>
        Ajouter un lot
      </Button>
      <Reveal label="La liste commune des compétences">
        {commissions.map(({ slug, name, skills }) => (
          <div key={slug} className="skills-of">
            <p className="kicker">{name}</p>
            <TagList tags={skills} label={name} />
          </div>
        ))}
      </Reveal>
      <div className="actions">
        <Button disabled={isPending}>{isPending ? "Envoi en cours…" : submit}</Button>
      </div>
    </form>
  );
}

type LotsField = ReturnType<typeof useActionForm<TenderFields>>["fields"]["lots"];

function LotRows({ field }: { field: LotsField }) {
  return (
    <fieldset className="field rows tender-lots" id={field.id}>
      <legend>Lots</legend>
      <p className="field-hint">
        Sans lots, laissez le premier vide. Sans compétences, nous les déduisons de l’objet et des codes.
      </p>
      {field.getFieldList().map((row, index) => {
        const lot = row.getFieldset();
        return (
          <div key={row.key} className="row-block">
            {lot.id.initialValue && <input type="hidden" name={lot.id.name} value={lot.id.initialValue} />}
            <TextField {...fieldProps(lot.title)} label={`Objet du lot ${index + 1}`} />
            <TextField {...fieldProps(lot.cpv)} label="Codes CPV" hint="72413000, 32420000…" />
            <TextAreaField
              {...fieldProps(lot.skills)}
              label="Compétences demandées"
              hint="De la liste commune, une par ligne."
              rows={3}
            />
            <TextField {...fieldProps(lot.estimate)} label="Montant estimé du lot, en euros HT" inputMode="decimal" />
            <SelectField
              {...fieldProps(lot.rule)}
              label="Répondre à plusieurs titres à ce lot"
              emptyLabel="Comme pour tout l’avis"
              options={options(CANDIDACY_LABELS)}
            />
            {lot.id.initialValue && (
              <CheckboxGroup
                name={lot.isWithdrawn.name}
                id={lot.isWithdrawn.id}
                legend={`Lot ${index + 1}\u202f: ce que l’acheteur en fait`}
                options={[{ value: "on", label: "L’acheteur a retiré ce lot" }]}
                defaultValues={lot.isWithdrawn.initialValue ? ["on"] : []}
              />
            )}
          </div>
        );
      })}
      {field.errors && <p className="field-error">{field.errors[0]}</p>}
    </fieldset>
  );
}
