import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { can } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";

/** What the margin of the member area offers to `actor`, in the order of a member's week. */
export function memberSections(actor: PersonActor): { href: string; label: string }[] {
  const now = requestTime();
  return [
    { href: paths.memberArea, label: "Accueil" },
    ...(can(actor, "sponsor", "Prospect", now) ? [{ href: paths.sponsorship, label: "Parrainage" }] : []),
    { href: paths.notices, label: "Quoi de neuf" },
    ...(can(actor, "oversee", "Club", now) ? [{ href: paths.board, label: "Comité directeur" }] : []),
  ];
}
