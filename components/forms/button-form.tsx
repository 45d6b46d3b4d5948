"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button";
import type { FormState } from "#lib/platform/form-action";
import { ErrorSummary } from "./error-summary.tsx";
import { useActionForm } from "./use-action-form.tsx";

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>;
  /** Unique in the page. */
  id: string;
  /** What the action is told. */
  fields: Record<string, string>;
  kind?: "primary" | "secondary" | "quiet";
  /** Above the reason, when it was refused. */
  failure?: string;
  /** The words of the button. */
  children: ReactNode;
};

/** A form that is one button: a GET never acts. */
export function ButtonForm({ action, id, fields, kind = "secondary", failure, children }: Props) {
  const { formProps, errors, isPending } = useActionForm(action, { id });
  return (
    <form {...formProps} className="form-button">
      <ErrorSummary title={failure ?? "Rien n’a changé"} errors={errors.map(({ message }) => ({ message }))} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} disabled={isPending}>
        {children}
      </Button>
    </form>
  );
}
