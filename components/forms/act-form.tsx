"use client";

import type { ComponentProps, ReactNode } from "react";
import { Button } from "#components/ui/button";
import type { FormState } from "#lib/platform/form-action";
import { ErrorSummary } from "./error-summary.tsx";
import { useActionForm } from "./use-action-form.tsx";

type Props = {
  action: (previous: FormState, formData: FormData) => Promise<FormState>;
  /** Unique in the page. */
  id: string;
  /** What the action is about: hidden fields. */
  about: Record<string, string>;
  /** What will happen: the words on the button. */
  children: ReactNode;
  kind?: ComponentProps<typeof Button>["kind"];
  /** Over the reason, when it was refused. */
  failure?: string;
};

/** One button that does one thing. What destroys is put inside a `Reveal`, which asks before. */
export function ActForm({ action, id, about, children, kind = "secondary", failure = "Rien n’a été changé" }: Props) {
  const { formProps, errors, isPending } = useActionForm(action, { id });
  return (
    <form {...formProps} className="act-form">
      <ErrorSummary title={failure} errors={errors.map(({ message }) => ({ message }))} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} disabled={isPending}>
        {children}
      </Button>
    </form>
  );
}
