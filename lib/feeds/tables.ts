import type { CommissionSummary } from "#lib/commissions/queries";
import type { EventView } from "#lib/events/queries";
import type { Registrant } from "#lib/events/registrations/desk/queries";
import { STATE_LABELS as REGISTRATION_STATE_LABELS } from "#lib/events/registrations/labels";
import type { listInternships } from "#lib/internships/queries";
import { PROSPECT_STATE_LABELS } from "#lib/membership/prospects/labels";
import type { ProspectLine } from "#lib/membership/prospects/queries";
import type { listNews } from "#lib/news/queries";
import { dayOf, dayOfColumn, toParis } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import type { MemberSummary } from "#lib/structures/directory/queries";
import { KIND_LABELS, STATUS_LABELS } from "#lib/structures/labels";
import type { RegisterRow } from "#lib/structures/register/queries";
import type { Column } from "./csv.ts";

/**
 * The columns of each list as a spreadsheet shows it. Days and hours are written so that a French
 * spreadsheet takes them for what they are.
 */

/** Public: neither address, e-mail nor telephone, which would be harvested by the page. */
export const memberColumns: Column<MemberSummary>[] = [
  ["Nom", (member) => member.name],
  ["Genre", (member) => KIND_LABELS[member.kind]],
  ["Code postal", (member) => member.postalCode],
  ["Ville", (member) => member.city],
  ["Commissions", (member) => member.commissions.join(", ")],
  ["Compétences", (member) => member.skills.join(", ")],
  ["Présentation", (member) => member.summary],
  ["Page", (member) => absolute(paths.member(member.slug))],
];

/** The board's own list: for whoever keeps the register, never published. */
export const registerColumns: Column<RegisterRow>[] = [
  ["Nom", (row) => row.name],
  ["Statut", (row) => STATUS_LABELS[row.status]],
  ["Genre", (row) => KIND_LABELS[row.kind]],
  ["Code postal", (row) => row.postalCode],
  ["Ville", (row) => row.city],
  ["Adresse e-mail", (row) => row.email],
  ["Téléphone", (row) => row.phone],
  ["Commissions", (row) => row.commissions.join(", ")],
  ["Personnes", (row) => row.people],
  ["Adhésion", (row) => dayOfColumn(row.joinedOn)],
];

export const commissionColumns: Column<CommissionSummary>[] = [
  ["Commission", (commission) => commission.name],
  ["Mission", (commission) => commission.mission],
  ["Responsable", (commission) => commission.lead],
  ["Membres", (commission) => commission.members],
  ["Dernière réunion", ({ lastMeeting }) => lastMeeting && dayOf(lastMeeting)],
  ["Prochaine réunion", ({ nextMeeting }) => nextMeeting && dayOf(nextMeeting)],
  ["Page", (commission) => absolute(paths.commission(commission.slug))],
];

export const eventColumns: Column<EventView>[] = [
  ["Date", (event) => dayOf(event.startsAt)],
  ["Début", (event) => hour(event.startsAt)],
  ["Fin", (event) => hour(event.endsAt)],
  ["Rendez-vous", (event) => event.title],
  ["Lieu", (event) => event.place],
  ["Commission", (event) => event.commission?.name ?? null],
  ["État", (event) => (event.cancellation ? "Annulé" : "Prévu")],
  ["Page", (event) => absolute(paths.event(event.slug))],
];

type Listed<List extends (...args: never[]) => Promise<{ items: unknown[] }>> = Awaited<
  ReturnType<List>
>["items"][number];

export const internshipColumns: Column<Listed<typeof listInternships>>[] = [
  ["Stage", (offer) => offer.title],
  ["Structure", (offer) => offer.structure.name],
  ["Ville", (offer) => offer.commune?.name ?? offer.structure.city],
  ["Niveau", (offer) => LEVELS[offer.level]],
  ["Début", (offer) => dayOfColumn(offer.startsOn)],
  ["Semaines", (offer) => offer.weeks],
  ["Places", (offer) => offer.places],
  ["Candidatures jusqu’au", (offer) => dayOfColumn(offer.applyBefore)],
  ["Page", (offer) => absolute(paths.internship(offer.slug))],
];

export const newsColumns: Column<Listed<typeof listNews>>[] = [
  ["Date", ({ publishedAt }) => publishedAt && dayOf(publishedAt)],
  ["Titre", (post) => post.title],
  ["Chapeau", (post) => post.lead],
  ["Commission", (post) => post.commission?.name ?? null],
  ["Page", (post) => absolute(paths.newsPost(post.slug))],
];

/** Private: for the board alone. Its first titles are those that an import understands. */
export const prospectColumns: Column<ProspectLine>[] = [
  ["Nom", (prospect) => prospect.name],
  ["Type", ({ kind }) => kind && KIND_LABELS[kind]],
  ["Métier", (prospect) => prospect.activity],
  ["Ville", (prospect) => prospect.city],
  ["Code postal", (prospect) => prospect.postalCode],
  ["SIRET", (prospect) => prospect.siret],
  ["Site", (prospect) => prospect.website],
  ["E-mail", (prospect) => prospect.email],
  ["Téléphone", (prospect) => prospect.phone],
  ["État", (prospect) => PROSPECT_STATE_LABELS[prospect.state]],
  ["Connue de", (prospect) => prospect.knownBy.join(", ")],
  ["Dernier contact", ({ lastEntry }) => lastEntry && dayOf(lastEntry.writtenAt)],
];

/** Private: for the hosts of the event alone. A column for each question. */
export function registrantColumns(questions: { id: string; label: string }[]): Column<Registrant>[] {
  return [
    ["État", ({ state }) => REGISTRATION_STATE_LABELS[state]],
    ["Nom", ({ lastName }) => lastName],
    ["Prénom", ({ firstName }) => firstName],
    ["E-mail", ({ email }) => email],
    ["Structure", ({ organization }) => organization],
    ["Adhérent", ({ structureId }) => (structureId ? "oui" : "non")],
    ["Invités", ({ guests }) => guests],
    ...questions.map(
      ({ id, label }): Column<Registrant> => [
        label,
        ({ answers }) => answers.find(({ questionId }) => questionId === id)?.value ?? null,
      ],
    ),
    ["Présent", ({ presentAt }) => (presentAt ? "oui" : "non")],
  ];
}

function hour(instant: Date): string {
  return toParis(instant).toPlainTime().toString({ smallestUnit: "minute" });
}

const LEVELS: Record<Listed<typeof listInternships>["level"], string> = {
  bts: "BTS",
  but1: "BUT 1",
  but2: "BUT 2",
  but3: "BUT 3",
  licence: "Licence",
  licence_pro: "Licence professionnelle",
  master: "Master",
  engineering: "École d’ingénieurs",
};
