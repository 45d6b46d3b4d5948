import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { can, type Intention, type SubjectName } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";

/** The pages of the board's desk, each with the right it asks for. */
const SECTIONS: { href: string; label: string; intention: Intention; subject: SubjectName }[] = [
  { href: paths.board, label: "Bureau", intention: "oversee", subject: "Club" },
  { href: paths.register, label: "Adhérents", intention: "oversee", subject: "Structure" },
  { href: paths.boardApplications, label: "Candidatures", intention: "read", subject: "MembershipApplication" },
  { href: paths.boardProspects, label: "Prospects", intention: "read", subject: "Prospect" },
  { href: paths.boardMandates, label: "Mandats", intention: "appoint", subject: "Mandate" },
  { href: paths.boardDues, label: "Cotisations", intention: "oversee", subject: "FeeCall" },
  { href: paths.boardExpectations, label: "Attentes", intention: "publish", subject: "Expectation" },
  { href: paths.boardMeetings, label: "Réunions", intention: "administer", subject: "SchoolHoliday" },
  { href: paths.boardRooms, label: "Salles", intention: "administer", subject: "Room" },
  { href: paths.boardNeeds, label: "Besoins", intention: "oversee", subject: "Club" },
  { href: paths.campaigns, label: "Messages", intention: "publish", subject: "Campaign" },
  { href: paths.boardMail, label: "Courrier", intention: "read", subject: "Mail" },
  { href: paths.auditLog, label: "Journal", intention: "read", subject: "AuditEntry" },
  { href: paths.clubSettings, label: "Le club", intention: "update", subject: "Club" },
  { href: paths.accounts, label: "Comptes", intention: "administer", subject: "Person" },
];

/** What the margin of the board's desk offers to `actor`. */
export function boardSections(actor: PersonActor): { href: string; label: string }[] {
  const now = requestTime();
  return [
    ...SECTIONS.filter(({ intention, subject }) => can(actor, intention, subject, now)),
    { href: paths.memberArea, label: "Espace membre" },
  ];
}
