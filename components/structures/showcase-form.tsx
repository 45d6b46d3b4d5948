"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { Reveal } from "#components/ui/reveal";
import { TagList } from "#components/ui/tag-list";
import type { StructureKind } from "#lib/generated/prisma/enums";
import { KIND_LABELS, VISIBILITY_CHOICES } from "#lib/structures/labels";
import { saveShowcaseAction } from "#lib/structures/showcase/actions";
import type { ShowcaseForm as Typed } from "#lib/structures/showcase/schema";
import { ReferenceRows } from "./reference-rows.tsx";
import { ShowcasePreview } from "./showcase-preview.tsx";

type Props = { kept: Typed; kind: StructureKind; logoKey: string | null; skillLabels: string[] };

/** The public page, field by field, with what it will look like beside. */
export function ShowcaseForm({ kept, kind, logoKey, skillLabels }: Props) {
  const { form, fields, formProps, errors, isPending } = useActionForm<Typed>(saveShowcaseAction, {
    id: "fiche",
    defaultValue: kept,
  });
  const kinds = Object.entries(KIND_LABELS).filter(([value]) => value !== "school");
  const overwriteError = fields.overwrite.errors?.[0];
  return (
    <div className="with-preview">
      <form {...formProps}>
        {/* What the Enter key presses: the first button of a form, whatever it does. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
          Enregistrer
        </button>
        <ErrorSummary title="La fiche n’est pas enregistrée" errors={errors} />
        <input type="hidden" name="structureId" value={kept.structureId} />
        <input type="hidden" name="version" value={kept.version} />
        {overwriteError && (
          <div className="field field-wrong" id={fields.overwrite.id}>
            <label className="field-choice">
              <input type="checkbox" name="overwrite" />
              <span>Remplacer la version enregistrée entre-temps par la mienne</span>
            </label>
          </div>
        )}
        <TextField {...fieldProps(fields.name)} label="Nom" autoComplete="organization" required />
        {kind !== "school" && (
          <SelectField
            {...fieldProps(fields.kind)}
            label="Genre"
            options={kinds.map(([value, label]) => ({ value, label }))}
            required
          />
        )}
        <TextAreaField
          {...fieldProps(fields.description)}
          label="Présentation"
          hint="La première phrase paraît dans l’annuaire. Une ligne vide sépare deux paragraphes, un tiret commence une liste."
          rows={10}
        />
        <TextAreaField
          {...fieldProps(fields.skills)}
          label="Compétences"
          hint="Une par ligne, les plus importantes d’abord. Celles de la liste commune apportent les mots des acheteurs."
          rows={8}
        />
        <Reveal label="La liste commune des compétences">
          <TagList label="Compétences de la liste commune" tags={skillLabels.map((label) => ({ label }))} />
        </Reveal>
        <ReferenceRows field={fields.references} />
        <TextField {...fieldProps(fields.website)} label="Site" inputMode="url" autoComplete="url" />
        <TextField {...fieldProps(fields.email, "email")} label="Adresse e-mail" />
        <SelectField
          {...fieldProps(fields.emailVisibility)}
          label="Qui voit l’adresse e-mail"
          options={VISIBILITY_CHOICES}
          required
        />
        <TextField {...fieldProps(fields.phone, "tel")} label="Téléphone" autoComplete="tel" />
        <SelectField
          {...fieldProps(fields.phoneVisibility)}
          label="Qui voit le téléphone"
          options={VISIBILITY_CHOICES}
          required
        />
        <SelectField
          {...fieldProps(fields.peopleVisibility)}
          label="Qui voit les personnes"
          hint="Parmi celles qui ont choisi de paraître, chacune dans « Votre place »."
          options={VISIBILITY_CHOICES}
          required
        />
        <TextField {...fieldProps(fields.address)} label="Adresse" autoComplete="street-address" />
        <TextField
          {...fieldProps(fields.postalCode)}
          label="Code postal"
          inputMode="numeric"
          autoComplete="postal-code"
        />
        <TextField
          {...fieldProps(fields.city)}
          label="Commune"
          hint="Reconnue parmi celles de l’Artois, elle vous met sur la carte."
          autoComplete="address-level2"
        />
        <div className="actions">
          <Button disabled={isPending}>{isPending ? "Enregistrement…" : "Enregistrer la fiche"}</Button>
          <Button kind="secondary" {...form.validate.getButtonProps()} disabled={isPending}>
            Prévisualiser
          </Button>
        </div>
      </form>
      <ShowcasePreview typed={form.value ?? kept} kind={kind} logoKey={logoKey} />
    </div>
  );
}
