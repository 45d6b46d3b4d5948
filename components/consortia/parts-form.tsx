"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { setPartsAction } from "#lib/consortia/parts/actions";
import { typedShare } from "#lib/consortia/rules";

interface Lot {
  id: string;
  number: number;
  title: string;
  parts: { structureId: string; shareBasisPoints: number }[];
}

type Fields = { parts: { lotId: string; structureId: string; share: string }[] };

type Props = { id: string; lots: Lot[]; members: { id: string; name: string }[] };

/** Every member's part of every lot, side by side. The sum of a lot never passes 100 %. */
export function PartsForm({ id, lots, members }: Props) {
  const parts = lots.flatMap((lot) =>
    members.map(({ id: structureId }) => {
      const now = lot.parts.find((part) => part.structureId === structureId)?.shareBasisPoints ?? 0;
      return { lotId: lot.id, structureId, share: now === 0 ? "" : typedShare(now) };
    }),
  );
  const { fields, formProps, errors, isPending } = useActionForm<Fields>(setPartsAction, {
    id: "parts",
    defaultValue: { parts },
  });
  const list = fields.parts.getFieldList();
  return (
    <form {...formProps}>
      <ErrorSummary title="Les parts n’ont pas changé" errors={errors} />
      <input type="hidden" name="id" value={id} />
      {lots.map((lot, row) => (
        <fieldset key={lot.id} className="field parts-of-lot">
          <legend>
            Lot {lot.number} – {lot.title}
          </legend>
          {members.map((member, column) => {
            const part = list[row * members.length + column]?.getFieldset();
            return (
              part && (
                <div key={member.id}>
                  <input type="hidden" name={part.lotId.name} value={lot.id} />
                  <input type="hidden" name={part.structureId.name} value={member.id} />
                  <TextField
                    {...fieldProps(part.share)}
                    label={`${member.name}, en %`}
                    inputMode="decimal"
                    maxLength={12}
                  />
                </div>
              )
            );
          })}
        </fieldset>
      ))}
      <Button disabled={isPending}>Enregistrer les parts</Button>
    </form>
  );
}
