import type { FieldMetadata } from "@conform-to/react";
import { TextField } from "#components/forms/text-field";
import { fieldProps } from "#components/forms/use-action-form";

/** Six digits of the application, or a recovery code in their place. */
export function FactorCodeField({ field }: { field: FieldMetadata<string> }) {
  return (
    <TextField
      {...fieldProps(field)}
      label="Code de votre application"
      hint="Six chiffres, ou un code de secours."
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      required
    />
  );
}
