import type { SectionGroup } from "#components/layout/area";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { can } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { schoolOf } from "#lib/schools/rules";

/** What the margin of the member area offers to `actor`: what the club does together, business, the house, oneself. */
export function memberSections(actor: PersonActor): SectionGroup[] {
  const now = requestTime();
  const isMember = actor.structures.some(({ isActive }) => isActive);
  const isActing = actor.actingFor !== null;
  return [
    {
      title: null,
      links: [
        { href: paths.memberArea, label: "Accueil" },
        { href: paths.notices, label: "Quoi de neuf" },
      ],
    },
    {
      title: "Votre stage",
      links: [
        ...offered(actor.isStudent, paths.ownApplications, "Mes candidatures"),
        ...offered(actor.isStudent, paths.studentProfile, "Mon profil"),
      ],
    },
    {
      title: "Ensemble",
      links: [
        ...offered(isActing || !actor.isStudent, paths.meetings, "Mes réunions"),
        ...offered(can(actor, "read", "Assembly", now), paths.assemblies, "Assemblées"),
        ...actor.commissionsLed.map(({ slug, name }) => ({ href: paths.commissionDesk(slug), label: name })),
        ...offered(can(actor, "host", "Event", now), paths.hostedEvents, "Événements"),
        ...offered(can(actor, "join", "CommissionMember", now), paths.ownCommissions, "Commissions"),
        ...offered(can(actor, "read", "Expectation", now), paths.expectations, "Attentes"),
        ...offered(isMember, paths.memberContacts, "Entre adhérents"),
      ],
    },
    {
      title: "Affaires",
      links: [
        ...offered(can(actor, "answer", "Introduction", now), paths.memberNeeds, "Besoins reçus"),
        ...offered(can(actor, "place", "Need", now), paths.needsToPlace, "Besoins à placer"),
        ...offered(can(actor, "read", "SkillExchange", now), paths.exchanges, "Coups de main"),
        ...offered(isActing && can(actor, "publish", "Internship", now), paths.memberInternships, "Offres de stage"),
        ...offered(schoolOf(actor) !== null, paths.school, "Notre promotion"),
        ...offered(can(actor, "read", "Tender", now), paths.tenders, "Appels d’offres"),
        ...offered(can(actor, "join", "ConsortiumSeat", now), paths.consortia, "Réponses communes"),
        ...offered(can(actor, "sponsor", "Prospect", now), paths.sponsorship, "Parrainage"),
      ],
    },
    {
      title: "Votre structure",
      links: [
        ...offered(isActing, paths.ownStructure, "Fiche et personnes"),
        ...offered(isActing && can(actor, "read", "FeeCall", now), paths.ownDues, "Cotisation"),
        ...offered(isActing && can(actor, "read", "FeeCall", now), paths.yearReport, "Ce que le club apporte"),
      ],
    },
    {
      title: "Votre compte",
      links: [
        { href: paths.newsletter, label: "Lettre du club" },
        { href: paths.security, label: "Sécurité" },
        { href: paths.ownData, label: "Mes données" },
        ...offered(actor.owesSecondFactor || can(actor, "oversee", "Club", now), paths.board, "Comité directeur"),
      ],
    },
  ];
}

function offered(isOffered: boolean, href: string, label: string) {
  return isOffered ? [{ href, label }] : [];
}
