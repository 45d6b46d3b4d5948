import { dayOfColumn } from "#lib/platform/dates";
import { MOST, type PersonalData } from "./words.ts";

const TAKEN_AWAY = "Texte effacé avec le compte de la personne qui l’avait écrit.";

/** What somebody brought to a meeting, took on there, and said of its minutes. */
export const minutes: PersonalData[] = [
  {
    covers: ["meeting_invitation.representedById"],
    name: "representations",
    title: "Personnes que vous avez représentées à une réunion",
    labels: { meeting: "Réunion", startsAt: "Date" },
    read: async (tx, { id }) => {
      const rows = await tx.meetingInvitation.findMany({
        relationLoadStrategy: "join",
        where: { representedById: id },
        take: MOST,
        select: { meeting: { select: { event: { select: { title: true, startsAt: true } } } } },
      });
      return rows.map(({ meeting: { event } }) => ({ meeting: event.title, startsAt: event.startsAt }));
    },
    erase: (tx, { id }) =>
      tx.meetingInvitation.updateMany({
        where: { representedById: id },
        data: { reply: null, repliedAt: null, representedById: null },
      }),
    kept: null,
  },
  {
    covers: ["agenda_item.ownerId", "agenda_item.proposedById", "meeting_paper.addedById"],
    name: "agendas",
    title: "Points et documents que vous avez apportés à une réunion",
    labels: { what: "Quoi", title: "Titre" },
    read: async (tx, { id }) => {
      const [items, papers] = await Promise.all([
        tx.agendaItem.findMany({
          where: { OR: [{ ownerId: id }, { proposedById: id }] },
          take: MOST,
          select: { title: true },
        }),
        tx.meetingPaper.findMany({ where: { addedById: id }, take: MOST, select: { name: true } }),
      ]);
      return [
        ...items.map(({ title }) => ({ what: "point de l’ordre du jour", title })),
        ...papers.map(({ name }) => ({ what: "document", title: name })),
      ];
    },
    erase: async (tx, { id }) => {
      await tx.agendaItem.updateMany({ where: { ownerId: id }, data: { ownerId: null } });
      await tx.agendaItem.updateMany({ where: { proposedById: id }, data: { proposedById: null } });
      await tx.meetingPaper.updateMany({ where: { addedById: id }, data: { addedById: null } });
    },
    kept: "Les points et les documents, sans votre nom\u202f: la réunion les a vus.",
  },
  {
    covers: ["minutes.savedById", "minutes.approvedById"],
    name: "minutesWritten",
    title: "Comptes rendus que vous avez écrits ou approuvés",
    labels: { meeting: "Réunion", approvedAt: "Approuvé le" },
    read: async (tx, { id }) => {
      const rows = await tx.minutes.findMany({
        relationLoadStrategy: "join",
        where: { OR: [{ savedById: id }, { approvedById: id }] },
        take: MOST,
        select: { approvedAt: true, meeting: { select: { event: { select: { title: true } } } } },
      });
      return rows.map(({ approvedAt, meeting }) => ({ meeting: meeting.event.title, approvedAt }));
    },
    erase: null,
    kept: "Les comptes rendus, tels qu’ils ont été publiés\u202f: ils sont l’histoire de l’association et ne changent plus, même là où ils citent quelqu’un.",
  },
  {
    covers: ["minutes_correction.personId"],
    name: "minutesCorrections",
    title: "Corrections de comptes rendus que vous avez demandées",
    labels: { text: "Demande", askedAt: "Le", answer: "Réponse" },
    read: (tx, { id }) =>
      tx.minutesCorrection.findMany({
        where: { personId: id },
        take: MOST,
        select: { text: true, askedAt: true, answer: true },
      }),
    erase: (tx, { id }) => tx.minutesCorrection.updateMany({ where: { personId: id }, data: { text: TAKEN_AWAY } }),
    kept: "Qu’une correction a été demandée, sans votre nom ni vos mots.",
  },
  {
    covers: ["action_item.ownerId", "action_item.doneById"],
    name: "actions",
    title: "Actions que des comptes rendus vous ont confiées",
    labels: { text: "Action", dueOn: "Avant le", doneAt: "Faite le" },
    read: async (tx, { id }) => {
      const rows = await tx.actionItem.findMany({
        where: { OR: [{ ownerId: id }, { doneById: id }] },
        take: MOST,
        select: { text: true, dueOn: true, doneAt: true },
      });
      return rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: dayOfColumn(dueOn) }));
    },
    erase: null,
    kept: "Les actions, sans votre nom\u202f: la commission les suit jusqu’au bout.",
  },
];
