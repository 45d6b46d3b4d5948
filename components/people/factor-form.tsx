"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import {
  confirmSecondFactorAction,
  removeSecondFactorAction,
  replaceCodesAction,
} from "#lib/people/second-factor/actions";
import type { FactorForm as Input } from "#lib/people/second-factor/schema";
import { FactorCodeField } from "./factor-code-field.tsx";

const PURPOSES = {
  confirm: {
    action: confirmSecondFactorAction,
    button: "Mettre en service",
    failure: "Le second facteur n’est pas en service",
  },
  replace: {
    action: replaceCodesAction,
    button: "Remplacer les codes de secours",
    failure: "Les codes ne sont pas remplacés",
  },
  remove: {
    action: removeSecondFactorAction,
    button: "Retirer le second facteur",
    failure: "Le second facteur n’est pas retiré",
  },
};

/** One thing about the second factor, against a code of it. */
export function FactorForm({ purpose }: { purpose: keyof typeof PURPOSES }) {
  const { action, button, failure } = PURPOSES[purpose];
  const { fields, formProps, errors, isPending } = useActionForm<Input>(action, { id: purpose });
  return (
    <form {...formProps}>
      <ErrorSummary title={failure} errors={errors} />
      <FactorCodeField field={fields.code} />
      <Button kind={purpose === "confirm" ? "primary" : "secondary"} disabled={isPending}>
        {button}
      </Button>
    </form>
  );
}
