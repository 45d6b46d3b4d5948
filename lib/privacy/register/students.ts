import { forgetNames } from "#lib/internships/applications/erasure/commands";
import { releasePlaces } from "#lib/internships/applications/following/commands";
import { STATE_LABELS } from "#lib/internships/applications/labels";
import { OPEN_STATES } from "#lib/internships/applications/rules";
import { LEVEL_LABELS } from "#lib/internships/labels";
import { dayOfColumn } from "#lib/platform/dates";
import { MOST, type PersonalData } from "./words.ts";

/** What a student gave and sent; what others wrote and asked about them. Applications go before the student. */
export const students: PersonalData[] = [
  {
    covers: [],
    name: "internshipApplications",
    title: "Vos candidatures à des stages",
    labels: {
      offer: "Stage",
      structure: "Entreprise",
      state: "État",
      sentAt: "Envoyée le",
      readAt: "Lue le",
      message: "Votre message",
    },
    read: async (tx, { id }) => {
      const rows = await tx.internshipApplication.findMany({
        relationLoadStrategy: "join",
        where: { studentId: id },
        orderBy: { createdAt: "asc" },
        take: MOST,
        select: {
          state: true,
          sentAt: true,
          readAt: true,
          message: true,
          internship: { select: { title: true } },
          structure: { select: { name: true } },
        },
      });
      return rows.map(({ internship, structure, state, ...application }) => ({
        offer: internship.title,
        structure: structure.name,
        state: STATE_LABELS[state],
        ...application,
      }));
    },
    erase: async (tx, { id }, now) => {
      const own = { studentId: id };
      const sent = await tx.internshipApplication.findMany({ where: own, take: MOST, select: { id: true } });
      await forgetNames(
        tx,
        sent.map((application) => application.id),
      );
      await releasePlaces(tx, id, now);
      await tx.internshipApplication.deleteMany({ where: { ...own, state: "draft" } });
      await tx.internshipApplication.updateMany({
        where: { ...own, state: { in: [...OPEN_STATES] } },
        data: { state: "withdrawn", endedAt: now },
      });
      await tx.applicationNote.deleteMany({ where: { application: own } });
      await tx.interviewSlot.deleteMany({ where: { application: own } });
      await tx.internshipAgreement.deleteMany({ where: { application: own } });
      await tx.internshipApplication.updateMany({
        where: own,
        data: { studentId: null, cvId: null, sharedWithId: null, message: "" },
      });
    },
    kept: "Qu’une candidature a été envoyée et quelle réponse elle a eue, sans votre nom, votre message ni votre CV\u202f: les délais de réponse des entreprises en dépendent.",
  },
  {
    covers: [],
    name: "cvs",
    title: "Vos CV",
    labels: { uploadedAt: "Envoyé le", bytes: "Octets" },
    read: (tx, { id }) =>
      tx.cv.findMany({
        where: { studentId: id },
        orderBy: { uploadedAt: "asc" },
        take: MOST,
        select: { uploadedAt: true, bytes: true },
      }),
    // The files follow: a trigger notes them for the job that takes them away.
    erase: (tx, { id }) => tx.cv.deleteMany({ where: { studentId: id } }),
    kept: null,
    correctedAt: "/espace/profil/cv",
  },
  {
    covers: [],
    name: "invitationsToApply",
    title: "Entreprises qui vous ont invité à candidater",
    labels: { offer: "Stage", invitedAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.studentInvitation.findMany({
        relationLoadStrategy: "join",
        where: { studentId: id },
        take: MOST,
        select: { invitedAt: true, internship: { select: { title: true } } },
      });
      return rows.map(({ internship, invitedAt }) => ({ offer: internship.title, invitedAt }));
    },
    erase: (tx, { id }) => tx.studentInvitation.deleteMany({ where: { studentId: id } }),
    kept: null,
  },
  {
    covers: ["student.personId"],
    name: "studies",
    title: "Vos études",
    labels: {
      school: "École",
      diploma: "Diplôme préparé",
      level: "Niveau",
      from: "Libre à partir du",
      to: "Jusqu’au",
      commune: "Commune",
      skills: "Ce que vous savez faire",
      links: "Liens",
      isVisible: "Visible des entreprises du club",
      foundElsewhereAt: "Stage trouvé ailleurs, noté le",
      keptLonger: "Candidatures gardées deux ans",
      attachedAt: "Suivi par votre école depuis",
      wokenAt: "Relancé par votre école le",
    },
    read: async (tx, { id }) => {
      const rows = await tx.student.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        select: {
          diploma: true,
          level: true,
          schoolName: true,
          availableFrom: true,
          availableTo: true,
          skills: true,
          links: true,
          isVisible: true,
          foundElsewhereAt: true,
          keptLonger: true,
          attachedAt: true,
          wokenAt: true,
          school: { select: { name: true } },
          commune: { select: { name: true } },
        },
      });
      return rows.map(({ school, schoolName, level, availableFrom, availableTo, commune, ...student }) => ({
        ...student,
        school: school?.name ?? schoolName,
        level: level && LEVEL_LABELS[level],
        from: availableFrom && dayOfColumn(availableFrom),
        to: availableTo && dayOfColumn(availableTo),
        commune: commune?.name ?? null,
      }));
    },
    erase: (tx, { id }) => tx.student.deleteMany({ where: { personId: id } }),
    kept: null,
    correctedAt: "/espace/profil",
  },
  {
    covers: ["newcomer.email"],
    name: "newcomers",
    title: "Comptes que vous avez demandés",
    labels: { firstName: "Prénom", lastName: "Nom" },
    read: (tx, { email }) =>
      tx.newcomer.findMany({ where: { email }, take: MOST, select: { firstName: true, lastName: true } }),
    erase: (tx, { email }) => tx.newcomer.deleteMany({ where: { email } }),
    kept: null,
  },
  {
    covers: ["application_note.authorId"],
    name: "applicationNotes",
    title: "Vos notes sur des candidatures",
    labels: { text: "Note", writtenAt: "Le" },
    read: (tx, { id }) =>
      tx.applicationNote.findMany({
        where: { authorId: id },
        orderBy: { writtenAt: "asc" },
        take: MOST,
        select: { text: true, writtenAt: true },
      }),
    erase: (tx, { id }) => tx.applicationNote.updateMany({ where: { authorId: id }, data: { authorId: null } }),
    kept: "La note, sans votre nom, tant que la candidature est gardée\u202f: elle est celle de votre structure.",
  },
  {
    covers: ["student_invitation.invitedById"],
    name: "studentsInvited",
    title: "Étudiants que vous avez invités à candidater",
    labels: { offer: "Stage", invitedAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.studentInvitation.findMany({
        relationLoadStrategy: "join",
        where: { invitedById: id },
        take: MOST,
        select: { invitedAt: true, internship: { select: { title: true } } },
      });
      return rows.map(({ internship, invitedAt }) => ({ offer: internship.title, invitedAt }));
    },
    erase: (tx, { id }) => tx.studentInvitation.updateMany({ where: { invitedById: id }, data: { invitedById: null } }),
    kept: "Qu’un étudiant a été invité, sans dire par qui, pour ne pas l’inviter deux fois.",
  },
];
