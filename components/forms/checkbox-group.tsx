import type { ReactNode } from "react";
import { describeControl } from "./field-frame.tsx";

type Props = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: { value: string; label: ReactNode }[];
  defaultValues?: string[];
  /** `radio`: one of them only. */
  kind?: "checkbox" | "radio";
};

export function CheckboxGroup(props: Props) {
  const { name, legend, hint, error, options, defaultValues = [], kind = "checkbox" } = props;
  const described = describeControl(name, hint, error);
  return (
    <fieldset
      className={error ? "field field-wrong" : "field"}
      id={name}
      aria-describedby={described["aria-describedby"]}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="field-hint" id={`${name}-aide`}>
          {hint}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className="field-choice">
          <input type={kind} name={name} value={option.value} defaultChecked={defaultValues.includes(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
      {error && (
        <p className="field-error" id={`${name}-erreur`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
