import type { ReactNode } from "react";

type Props = {
  kind?: "info" | "success" | "warning" | "error";
  title?: string;
  children: ReactNode;
  /** Read out at once: for what has just happened, never for a page's standing text. */
  isLive?: boolean;
};

const words = { info: "Information", success: "C’est fait", warning: "Attention", error: "Erreur" };

export function Notice({ kind = "info", title, children, isLive = false }: Props) {
  const role = isLive ? (kind === "error" ? "alert" : "status") : undefined;
  return (
    <div className={`notice notice-${kind}`} role={role}>
      <p className="notice-title">{title ?? words[kind]}</p>
      <div>{children}</div>
    </div>
  );
}
