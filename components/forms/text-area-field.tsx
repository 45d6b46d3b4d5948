import type { ComponentProps, ReactNode } from "react";
import { describeControl, FieldFrame } from "./field-frame.tsx";

type Props = ComponentProps<"textarea"> & { name: string; label: ReactNode; hint?: ReactNode; error?: string };

export function TextAreaField({ label, hint, error, ...area }: Props) {
  const id = area.id ?? area.name;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} isRequired={area.required}>
      <textarea rows={6} {...area} {...describeControl(id, hint, error)} id={id} className="field-control" />
    </FieldFrame>
  );
}
