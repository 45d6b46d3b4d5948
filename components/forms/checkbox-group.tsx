import type { ReactNode } from "react";
import { describeControl } from "./field-frame.tsx";

type Props = {
  name: string;
  id?: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: { value: string; label: ReactNode }[];
  defaultValues?: string[];
  /** `radio`: one of them only. */
  kind?: "checkbox" | "radio";
};

export function CheckboxGroup(props: Props) {
  const { name, id = name, legend, hint, error, options, defaultValues = [], kind = "checkbox" } = props;
  const described = describeControl(id, hint, error);
  return (
    <fieldset
      className={error ? "field field-wrong" : "field"}
      id={id}
      aria-describedby={described["aria-describedby"]}
    >
      <legend>{legend}</legend>
      {hint && (
        <p className="field-hint" id={`${id}-aide`}>
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
        <p className="field-error" id={`${id}-erreur`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
