import type { ComponentProps, ReactNode } from "react";
import { describeControl, FieldFrame } from "./field-frame.tsx";

type Props = ComponentProps<"input"> & { name: string; label: ReactNode; hint?: ReactNode; error?: string };

export function FileField({ label, hint, error, defaultValue: _never, ...input }: Props) {
  const id = input.id ?? input.name;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} isRequired={input.required}>
      <input {...input} {...describeControl(id, hint, error)} type="file" id={id} className="field-control" />
    </FieldFrame>
  );
}
