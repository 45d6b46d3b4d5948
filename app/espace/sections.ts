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
    { href: paths.meetings, label: "Mes réunions" },
    ...actor.commissionsLed.map(({ slug, name }) => ({ href: paths.commissionDesk(slug), label: name })),
    ...(can(actor, "answer", "Introduction", now) ? [{ href: paths.memberNeeds, label: "Besoins reçus" }] : []),
    ...(actor.actingFor ? [{ href: paths.ownStructure, label: "Votre structure" }] : []),
    ...(can(actor, "join", "CommissionMember", now) ? [{ href: paths.ownCommissions, label: "Commissions" }] : []),
    ...(can(actor, "read", "Expectation", now) ? [{ href: paths.expectations, label: "Attentes" }] : []),
    ...(actor.structures.some(({ isActive }) => isActive)
      ? [{ href: paths.memberContacts, label: "Entre adhérents" }]
      : []),
    { href: paths.newsletter, label: "Lettre du club" },
    { href: paths.security, label: "Sécurité" },
    ...(can(actor, "read", "FeeCall", now) && actor.actingFor
      ? [
          { href: paths.ownDues, label: "Cotisation" },
          { href: paths.yearReport, label: "Ce que le club apporte" },
        ]
      : []),
    { href: paths.ownData, label: "Mes données" },
    ...(actor.owesSecondFactor || can(actor, "oversee", "Club", now)
      ? [{ href: paths.board, label: "Comité directeur" }]
      : []),
  ];
}
