"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { updateClubAction } from "#lib/club/actions";
import type { ClubInput } from "#lib/club/schema";

type Props = { club: { [Name in keyof ClubInput]-?: string | null } };

/** What the club says of itself; what is empty reads "À compléter" on the public pages. */
export function ClubForm({ club }: Props) {
  const known = Object.fromEntries(Object.entries(club).map(([name, value]) => [name, value ?? undefined]));
  const { fields, formProps, errors, isPending } = useActionForm<ClubInput>(updateClubAction, {
    id: "club",
    defaultValue: known,
  });
  const unknown = (name: keyof ClubInput) => (club[name] ? undefined : "À compléter");
  return (
    <form {...formProps}>
      <ErrorSummary title="Rien n’est enregistré" errors={errors} />
      <h3 className="form-part">Le club</h3>
      <TextField {...fieldProps(fields.tagline)} label="Le club en une phrase" maxLength={200} required />
      <TextField {...fieldProps(fields.seat)} label="Siège" hint={unknown("seat")} />
      <TextField {...fieldProps(fields.rna)} label="Numéro RNA" hint={unknown("rna") ?? "W suivi de neuf chiffres"} />
      <TextField {...fieldProps(fields.siret)} label="SIRET" hint={unknown("siret")} inputMode="numeric" />
      <TextField
        {...fieldProps(fields.statutesUrl, "url")}
        label="Adresse des statuts"
        hint={unknown("statutesUrl")}
        placeholder="https://"
      />
      <h3 className="form-part">Contact et publication</h3>
      <TextField {...fieldProps(fields.contactEmail, "email")} label="Adresse e-mail" hint={unknown("contactEmail")} />
      <TextField {...fieldProps(fields.contactPhone, "tel")} label="Téléphone" hint={unknown("contactPhone")} />
      <TextField
        {...fieldProps(fields.publicationDirector)}
        label="Directeur de la publication"
        hint={unknown("publicationDirector")}
      />
      <h3 className="form-part">Hébergeur</h3>
      <TextField {...fieldProps(fields.hostName)} label="Nom de l’hébergeur" hint={unknown("hostName")} />
      <TextField {...fieldProps(fields.hostAddress)} label="Adresse de l’hébergeur" hint={unknown("hostAddress")} />
      <TextField
        {...fieldProps(fields.hostPhone, "tel")}
        label="Téléphone de l’hébergeur"
        hint={unknown("hostPhone")}
      />
      <Button disabled={isPending}>{isPending ? "Enregistrement…" : "Enregistrer"}</Button>
    </form>
  );
}
