import type { ComponentProps } from "react";

type Props = ComponentProps<"button"> & { kind?: "primary" | "secondary" | "quiet" };

/** Says what will happen ("Envoyer l’invitation"); one primary per screen. */
export function Button({ kind = "primary", type = "submit", className, ...rest }: Props) {
  return <button {...rest} type={type} className={`button button-${kind} ${className ?? ""}`} />;
}
