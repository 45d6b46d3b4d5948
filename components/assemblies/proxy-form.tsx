"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { giveProxyAction } from "#lib/assemblies/proxies/actions";
import type { GiveProxyInput } from "#lib/assemblies/proxies/schema";

type Props = {
  assemblyId: string;
  slug: string;
  giver: { id: string; name: string };
  /** Those who may still hold one more. */
  holders: { value: string; label: string }[];
};

/** Hands one's vote to somebody by name. */
export function ProxyForm({ assemblyId, slug, giver, holders }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<GiveProxyInput>(giveProxyAction, {
    id: `pouvoir-${giver.id}`,
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le pouvoir n’est pas donné" errors={errors} />
      <input type="hidden" name="assemblyId" value={assemblyId} />
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="giverId" value={giver.id} />
      <SelectField
        {...fieldProps(fields.holderId)}
        label={`Qui votera pour ${giver.name}`}
        options={holders}
        emptyLabel="Choisissez…"
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Donner pouvoir
      </Button>
    </form>
  );
}
