"use client";

import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextAreaField } from "#components/forms/text-area-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { Reveal } from "#components/ui/reveal";
import { declineInvitationAction, joinConsortiumAction } from "#lib/consortia/members/actions";
import { GIVEN_CHOICES, SHOWS_AMOUNT } from "./agreements.ts";

type Props = { id: string; terms: string; structure: { id: string; name: string } };

/** The answer to an invitation: yes, with what is agreed from the first day; or no, with a word if one likes. */
export function JoinForm({ id, terms, structure }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ given: string; showsAmount: boolean }>(
    joinConsortiumAction,
    { id: "rejoindre" },
  );
  const wrong = fields.given.errors?.[0];
  return (
    <>
      <form {...formProps}>
        <ErrorSummary title="Vous n’avez pas rejoint le groupement" errors={errors} />
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="terms" value={terms} />
        <input type="hidden" name="structureId" value={structure.id} />
        <CheckboxGroup
          kind="radio"
          id={fields.given.id}
          name={fields.given.name}
          legend="Si vous quittez le groupement, vos documents partagés"
          hint="Vos prix et votre dossier confidentiel partent toujours avec vous."
          options={GIVEN_CHOICES}
          defaultValues={["stays"]}
          {...(wrong ? { error: wrong } : {})}
        />
        <CheckboxGroup
          id={fields.showsAmount.id}
          name={fields.showsAmount.name}
          legend="Si la réponse est gagnée"
          hint="Une fois le résultat connu, les adhérents lisent qui a répondu, pour quoi, et ce que vous en retenez."
          options={[SHOWS_AMOUNT]}
        />
        <Button disabled={isPending}>Rejoindre le groupement</Button>
      </form>
      <Reveal label="Décliner">
        <DeclineForm id={id} structureId={structure.id} />
      </Reveal>
    </>
  );
}

function DeclineForm({ id, structureId }: { id: string; structureId: string }) {
  const { fields, formProps, errors, isPending } = useActionForm<{ reason: string }>(declineInvitationAction, {
    id: "decliner",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Votre réponse n’est pas partie" errors={errors} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="structureId" value={structureId} />
      <TextAreaField {...fieldProps(fields.reason)} label="Pourquoi" rows={2} maxLength={1_000} />
      <Button kind="secondary" disabled={isPending}>
        Décliner l’invitation
      </Button>
    </form>
  );
}
