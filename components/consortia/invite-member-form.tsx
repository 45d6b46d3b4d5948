"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { TextAreaField } from "#components/forms/text-area-field";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { inviteMemberAction } from "#lib/consortia/members/actions";
import { formatShare, WHOLE } from "#lib/consortia/rules";

type Fields = { structureId: string; message: string; offers: { lotId: string; share: string }[] };

type Props = {
  id: string;
  structures: { id: string; name: string }[];
  lots: { id: string; number: number; title: string; taken: number }[];
};

/** A seat and parts of lots, offered to a structure of the club: nothing is reserved before it accepts. */
export function InviteMemberForm({ id, structures, lots }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<Fields>(inviteMemberAction, {
    id: "inviter",
    defaultValue: { offers: lots.map(({ id: lotId }) => ({ lotId, share: "" })) },
  });
  const offers = fields.offers.getFieldList();
  return (
    <form {...formProps}>
      <ErrorSummary title="L’invitation n’est pas partie" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <SelectField
        {...fieldProps(fields.structureId)}
        label="Structure"
        emptyLabel="Choisissez une structure"
        options={structures.map((structure) => ({ value: structure.id, label: structure.name }))}
        required
      />
      {lots.map((lot, index) => {
        const offer = offers[index]?.getFieldset();
        return (
          offer && (
            <div key={lot.id}>
              <input type="hidden" name={offer.lotId.name} value={lot.id} />
              <TextField
                {...fieldProps(offer.share)}
                label={`Part proposée du lot ${lot.number} (%)`}
                hint={`${lot.title}. Il reste ${formatShare(WHOLE - lot.taken)}.`}
                inputMode="decimal"
                maxLength={12}
              />
            </div>
          )
        );
      })}
      <TextAreaField {...fieldProps(fields.message)} label="Votre message" rows={3} maxLength={1_000} />
      <Button disabled={isPending}>Inviter cette structure</Button>
    </form>
  );
}
