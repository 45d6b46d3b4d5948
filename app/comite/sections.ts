import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { can } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";

/** What the margin of the board's desk offers to `actor`. */
export function boardSections(actor: PersonActor): { href: string; label: string }[] {
  const now = requestTime();
  return [
    { href: paths.board, label: "Bureau" },
    ...(can(actor, "oversee", "FeeCall", now) ? [{ href: paths.boardDues, label: "Cotisations" }] : []),
    ...(can(actor, "read", "Mail", now) ? [{ href: paths.boardMail, label: "Courrier" }] : []),
    { href: paths.memberArea, label: "Espace membre" },
  ];
}
