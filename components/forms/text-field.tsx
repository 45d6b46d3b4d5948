import type { ComponentProps, ReactNode } from "react";
import { describeControl, FieldFrame } from "./field-frame.tsx";

type Props = ComponentProps<"input"> & { name: string; label: ReactNode; hint?: ReactNode; error?: string };

export function TextField({ label, hint, error, ...input }: Props) {
  const id = input.id ?? input.name;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} isRequired={input.required}>
      <input type="text" {...input} {...describeControl(id, hint, error)} id={id} className="field-control" />
    </FieldFrame>
  );
}
