import type { SectionGroup } from "#components/layout/area";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { can, type Intention, type SubjectName } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";

interface Section {
  href: string;
  label: string;
  /** The right it asks for. */
  intention: Intention;
  subject: SubjectName;
}

/** The pages of the board's desk. */
const GROUPS: { title: string | null; links: Section[] }[] = [
  { title: null, links: [{ href: paths.board, label: "Bureau", intention: "oversee", subject: "Club" }] },
  {
    title: "Les adhérents",
    links: [
      { href: paths.register, label: "Adhérents", intention: "oversee", subject: "Structure" },
      { href: paths.boardApplications, label: "Candidatures", intention: "read", subject: "MembershipApplication" },
      { href: paths.boardProspects, label: "Prospects", intention: "read", subject: "Prospect" },
      { href: paths.boardDues, label: "Cotisations", intention: "oversee", subject: "FeeCall" },
    ],
  },
  {
    title: "La vie du club",
    links: [
      { href: paths.boardMandates, label: "Mandats", intention: "appoint", subject: "Mandate" },
      { href: paths.boardExpectations, label: "Attentes", intention: "publish", subject: "Expectation" },
      { href: paths.boardMeetings, label: "Réunions", intention: "administer", subject: "SchoolHoliday" },
      { href: paths.hostedEvents, label: "Événements", intention: "host", subject: "Event" },
      { href: paths.boardRooms, label: "Salles", intention: "administer", subject: "Room" },
      { href: paths.boardNeeds, label: "Besoins", intention: "oversee", subject: "Club" },
    ],
  },
  {
    title: "Le portail",
    links: [
      { href: paths.campaigns, label: "Messages", intention: "publish", subject: "Campaign" },
      { href: paths.boardMail, label: "Courrier", intention: "read", subject: "Mail" },
      { href: paths.auditLog, label: "Journal", intention: "read", subject: "AuditEntry" },
      { href: paths.clubSettings, label: "Le club", intention: "update", subject: "Club" },
      { href: paths.accounts, label: "Comptes", intention: "administer", subject: "Person" },
    ],
  },
];

/** What the margin of the board's desk offers to `actor`. */
export function boardSections(actor: PersonActor): SectionGroup[] {
  const now = requestTime();
  const open = GROUPS.map(({ title, links }) => ({
    title,
    links: links.filter(({ intention, subject }) => can(actor, intention, subject, now)),
  }));
  return [...open, { title: null, links: [{ href: paths.memberArea, label: "Espace membre" }] }];
}
