import type { ComponentProps, ReactNode } from "react";
import { describeControl, FieldFrame } from "./field-frame.tsx";

type Props = ComponentProps<"select"> & {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: { value: string; label: string }[];
  /** The first, empty choice: "Toutes les communes", "Choisissez…". */
  emptyLabel?: string;
};

export function SelectField({ label, hint, error, options, emptyLabel, ...select }: Props) {
  const id = select.id ?? select.name;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} isRequired={select.required}>
      <select {...select} {...describeControl(id, hint, error)} id={id} className="field-control">
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
