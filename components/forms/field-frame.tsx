import type { ReactNode } from "react";

type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  isRequired?: boolean;
  children: ReactNode;
};

/** Label above, hint under it, the control, then its error with the remedy. */
export function FieldFrame({ id, label, hint, error, isRequired = false, children }: Props) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label htmlFor={id}>
        {label}
        {!isRequired && <span className="field-optional"> (facultatif)</span>}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-aide`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className="field-error" id={`${id}-erreur`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** What a control must say of itself to go with its frame. */
export function describeControl(id: string, hint: unknown, error: string | undefined) {
  const described = [hint ? `${id}-aide` : "", error ? `${id}-erreur` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined };
}
