"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { SelectField } from "#components/forms/select-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { recordPaperProxyAction } from "#lib/assemblies/proxies/actions";
import type { PaperProxyInput } from "#lib/assemblies/proxies/schema";

type Option = { value: string; label: string };
type Props = {
  assemblyId: string;
  slug: string;
  /** Those who are not there and have given no proxy. */
  givers: Option[];
  /** Those who are, and may hold one more. */
  holders: Option[];
};

/** A proxy signed on paper, noted by whoever runs the assembly. */
export function PaperProxyForm({ assemblyId, slug, givers, holders }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<PaperProxyInput>(recordPaperProxyAction, {
    id: "pouvoir-papier",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Le pouvoir n’est pas noté" errors={errors} />
      <input type="hidden" name="assemblyId" value={assemblyId} />
      <input type="hidden" name="slug" value={slug} />
      <SelectField
        {...fieldProps(fields.giverId)}
        label="Qui a signé le pouvoir"
        hint="Un votant absent, qui n’a donné pouvoir à personne. Il en est prévenu par e-mail."
        options={givers}
        emptyLabel="Choisissez…"
        required
      />
      <SelectField
        {...fieldProps(fields.holderId)}
        label="Qui votera pour lui"
        hint="Un votant présent."
        options={holders}
        emptyLabel="Choisissez…"
        required
      />
      <Button kind="secondary" disabled={isPending}>
        Noter ce pouvoir
      </Button>
    </form>
  );
}
