"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { HandRole } from "#lib/generated/prisma/enums";
import { raiseHandAction } from "#lib/tenders/hands/actions";
import { HAND_ROLE_LABELS } from "#lib/tenders/hands/labels";
import type { HandFields } from "#lib/tenders/hands/schema";

type Props = {
  tenderId: string;
  lots: { id: string; number: number; title: string }[];
  /** What was said before; null: the hand is not raised. */
  hand: { references: string; capacity: string; lots: { lotId: string; role: HandRole }[] } | null;
};

const ROLES = [
  { value: "none", label: "Pas ce lot" },
  ...Object.entries(HAND_ROLE_LABELS).map(([value, label]) => ({ value, label })),
];

/** For each lot a role, or none; what one has done and can put to work. */
export function HandForm({ tenderId, lots, hand }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<HandFields>(raiseHandAction, {
    id: "main",
    defaultValue: {
      tenderId,
      references: hand?.references,
      capacity: hand?.capacity,
      lots: lots.map(({ id }) => ({ lotId: id, role: hand?.lots.find(({ lotId }) => lotId === id)?.role ?? "none" })),
    },
  });
  const rows = fields.lots.getFieldList();
  const error = fields.lots.errors?.[0];
  return (
    <form {...formProps}>
      <ErrorSummary title="La main n’est pas levée" errors={errors} />
      <input type="hidden" name="tenderId" value={tenderId} />
      <fieldset id={fields.lots.id} className={error ? "field-wrong" : undefined}>
        <legend className="sr-only">Votre rôle dans chaque lot</legend>
        {lots.map(({ id, number, title }, index) => {
          const row = rows[index]?.getFieldset();
          if (!row) return null;
          return (
            <div key={id}>
              <input type="hidden" name={row.lotId.name} value={id} />
              <SelectField {...fieldProps(row.role)} label={`Lot ${number}\u202f: ${title}`} options={ROLES} required />
            </div>
          );
        })}
        {error && <p className="field-error">{error}</p>}
      </fieldset>
      <TextAreaField
        {...fieldProps(fields.references)}
        label="Vos références"
        hint="Des marchés du même genre, que vous pouvez montrer."
        rows={3}
      />
      <TextAreaField
        {...fieldProps(fields.capacity)}
        label="Vos moyens"
        hint="Combien de personnes, à partir de quand, pour quel montant."
        rows={3}
      />
      <Button disabled={isPending}>{hand ? "Enregistrer ces réponses" : "Lever la main"}</Button>
    </form>
  );
}
