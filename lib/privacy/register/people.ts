import { columnOfDay, dayOf, dayOfColumn } from "#lib/platform/dates";
import { KIND_LABELS } from "#lib/structures/labels";
import { erasedAddress, MOST, type PersonalData } from "./words.ts";

const ROLES = { primary_contact: "référent", colleague: "collègue" };

/** Who somebody is, where they belong. The account itself comes first: the database asks whether who leaves a structure is erased. */
export const people: PersonalData[] = [
  {
    covers: ["person.email"],
    name: "account",
    title: "Votre compte",
    labels: {
      email: "Adresse e-mail",
      firstName: "Prénom",
      lastName: "Nom",
      password: "Mot de passe",
      createdAt: "Créé le",
    },
    read: async (tx, { id }) => {
      const rows = await tx.person.findMany({
        where: { id },
        select: { email: true, firstName: true, lastName: true, passwordHash: true, createdAt: true },
      });
      return rows.map(({ passwordHash, ...account }) => ({
        ...account,
        password: passwordHash ? "une empreinte, dont on ne peut le retrouver" : null,
      }));
    },
    erase: (tx, { id }, now) =>
      tx.person.updateMany({
        where: { id },
        data: {
          email: erasedAddress(id),
          firstName: "Personne",
          lastName: "effacée",
          passwordHash: null,
          erasedAt: now,
        },
      }),
    kept: null,
  },
  {
    covers: ["affiliation.personId"],
    name: "affiliations",
    title: "Vos structures",
    labels: {
      structure: "Structure",
      kind: "Type",
      role: "Rôle",
      position: "Fonction",
      from: "Depuis",
      to: "Jusqu’au",
    },
    read: async (tx, { id }) => {
      const rows = await tx.affiliation.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        orderBy: { startsOn: "asc" },
        take: MOST,
        select: {
          role: true,
          position: true,
          startsOn: true,
          endsOn: true,
          structure: { select: { name: true, kind: true } },
        },
      });
      return rows.map(({ structure, role, position, startsOn, endsOn }) => ({
        structure: structure.name,
        kind: KIND_LABELS[structure.kind],
        role: ROLES[role],
        position,
        from: dayOfColumn(startsOn),
        to: endsOn && dayOfColumn(endsOn),
      }));
    },
    erase: async (tx, { id }, now) => {
      const today = columnOfDay(dayOf(now));
      await tx.affiliation.deleteMany({ where: { personId: id, startsOn: { gt: today } } });
      await tx.affiliation.updateMany({ where: { personId: id }, data: { position: null } });
      await tx.affiliation.updateMany({
        where: { personId: id, OR: [{ endsOn: null }, { endsOn: { gt: today } }] },
        data: { endsOn: today },
      });
    },
    kept: "Qu’une personne, sans son nom ni sa fonction, a parlé pour ces structures\u202f: les présences et les comptes en dépendent.",
  },
  {
    covers: ["mandate.personId"],
    name: "mandates",
    title: "Vos mandats",
    labels: { function: "Mandat", commission: "Commission", from: "Depuis", to: "Jusqu’au" },
    read: async (tx, { id }) => {
      const rows = await tx.mandate.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        orderBy: { startsOn: "asc" },
        take: MOST,
        select: { function: true, startsOn: true, endsOn: true, commission: { select: { name: true } } },
      });
      return rows.map(({ function: held, commission, startsOn, endsOn }) => ({
        function: FUNCTIONS[held],
        commission: commission?.name ?? null,
        from: dayOfColumn(startsOn),
        to: endsOn && dayOfColumn(endsOn),
      }));
    },
    erase: async (tx, { id }, now) => {
      const today = columnOfDay(dayOf(now));
      await tx.mandate.deleteMany({ where: { personId: id, startsOn: { gt: today } } });
      await tx.mandate.updateMany({
        where: { personId: id, OR: [{ endsOn: null }, { endsOn: { gt: today } }] },
        data: { endsOn: today },
      });
    },
    kept: "Que ces mandats ont été tenus, sans votre nom\u202f: ils sont l’histoire de l’association. Ceux en cours se terminent.",
  },
  {
    covers: ["attendance.personId"],
    name: "attendances",
    title: "Vos présences aux réunions",
    labels: { meeting: "Réunion", day: "Date", state: "Présence" },
    read: async (tx, { id }) => {
      const rows = await tx.attendance.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        take: MOST,
        select: { state: true, meeting: { select: { event: { select: { title: true, startsAt: true } } } } },
      });
      return rows.map(({ state, meeting: { event } }) => ({
        meeting: event.title,
        day: dayOf(event.startsAt),
        state: PRESENCES[state],
      }));
    },
    erase: null,
    kept: "Le compte des présents, sans votre nom\u202f: le quorum et les décisions en dépendent.",
  },
  {
    covers: ["administrator.personId"],
    name: "administration",
    title: "Administration du portail",
    labels: { grantedAt: "Droit donné le" },
    read: (tx, { id }) => tx.administrator.findMany({ where: { personId: id }, select: { grantedAt: true } }),
    erase: (tx, { id }) => tx.administrator.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["suspension.personId"],
    name: "suspension",
    title: "Suspension du compte",
    labels: { suspendedAt: "Depuis", reason: "Raison" },
    read: (tx, { id }) =>
      tx.suspension.findMany({ where: { personId: id }, select: { suspendedAt: true, reason: true } }),
    erase: (tx, { id }) => tx.suspension.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["invitation.invitedById"],
    name: "invitationsSent",
    title: "Invitations que vous avez envoyées",
    labels: { email: "À", invitedAt: "Le", acceptedAt: "Acceptée le" },
    read: (tx, { id }) =>
      tx.invitation.findMany({
        where: { invitedById: id },
        orderBy: { invitedAt: "asc" },
        take: MOST,
        select: { email: true, invitedAt: true, acceptedAt: true },
      }),
    erase: (tx, { id }) => tx.invitation.updateMany({ where: { invitedById: id }, data: { invitedById: null } }),
    kept: "L’invitation, sans dire de qui elle vient, tant que la personne invitée peut y répondre.",
  },
  {
    covers: ["invitation.email"],
    name: "invitationsReceived",
    title: "Invitations à parler pour une structure",
    labels: { structure: "Structure", invitedAt: "Le", acceptedAt: "Acceptée le" },
    read: async (tx, { email }) => {
      const rows = await tx.invitation.findMany({
        relationLoadStrategy: "join",
        where: { email },
        orderBy: { invitedAt: "asc" },
        take: MOST,
        select: { invitedAt: true, acceptedAt: true, structure: { select: { name: true } } },
      });
      return rows.map(({ structure, ...invitation }) => ({ structure: structure.name, ...invitation }));
    },
    erase: (tx, { email }) => tx.invitation.deleteMany({ where: { email } }),
    kept: null,
  },
];

const FUNCTIONS = {
  lead: "responsable",
  deputy: "suppléance",
  president: "présidence",
  treasurer: "trésorerie",
  secretary: "secrétariat",
  board_member: "comité directeur",
};

const PRESENCES = { present: "présent", excused: "excusé", represented: "représenté", absent: "absent" };
