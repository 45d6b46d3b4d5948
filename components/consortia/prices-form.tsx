"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { setPricesAction } from "#lib/consortia/prices/actions";
import { typedEuros } from "#lib/platform/french";

type Fields = { prices: { lotId: string; amount: string }[] };
type Props = { id: string; lots: { id: string; number: number; title: string; amountCents: number | null }[] };

/** One's own amounts: the mandatary reads them, nobody else. */
export function PricesForm({ id, lots }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<Fields>(setPricesAction, {
    id: "prix",
    defaultValue: {
      prices: lots.map((lot) => ({
        lotId: lot.id,
        amount: lot.amountCents === null ? "" : typedEuros(lot.amountCents),
      })),
    },
  });
  const list = fields.prices.getFieldList();
  return (
    <form {...formProps}>
      <ErrorSummary title="Vos prix n’ont pas changé" errors={errors} />
      <input type="hidden" name="id" value={id} />
      {lots.map((lot, index) => {
        const price = list[index]?.getFieldset();
        return (
          price && (
            <div key={lot.id}>
              <input type="hidden" name={price.lotId.name} value={lot.id} />
              <TextField
                {...fieldProps(price.amount)}
                label={`Lot ${lot.number}, hors taxes (€)`}
                hint={lot.title}
                inputMode="decimal"
                maxLength={20}
              />
            </div>
          )
        );
      })}
      <Button disabled={isPending}>Enregistrer vos prix</Button>
    </form>
  );
}
