"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import type { VenueInput } from "#lib/rooms/schema";
import { saveVenueAction } from "#lib/rooms/venues/actions";

type Props = {
  venue?: { id: string; name: string; address: string | null; keeperName: string | null; keeperEmail: string | null };
};

/** Who lends: a place, and the address to which requests are sent. */
export function VenueForm({ venue }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<VenueInput>(saveVenueAction, {
    id: venue ? `lieu-${venue.id}` : "lieu",
    defaultValue: venue && {
      id: venue.id,
      name: venue.name,
      address: venue.address ?? "",
      keeperName: venue.keeperName ?? "",
      keeperEmail: venue.keeperEmail ?? "",
    },
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le lieu n’est pas enregistré" errors={errors} />
      {venue && <input type="hidden" name="id" value={venue.id} />}
      <TextField {...fieldProps(fields.name)} label="Nom du lieu" required />
      <TextField {...fieldProps(fields.address)} label="Adresse" />
      <div className="field-pair">
        <TextField {...fieldProps(fields.keeperName)} label="Qui prête les salles" />
        <TextField
          {...fieldProps(fields.keeperEmail, "email")}
          label="Son adresse e-mail"
          hint="Sans adresse, les salles sont prêtées sans demander."
        />
      </div>
      <Button kind="secondary" disabled={isPending}>
        {venue ? "Enregistrer le lieu" : "Ajouter le lieu"}
      </Button>
    </form>
  );
}
