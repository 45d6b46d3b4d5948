import { MOST, type PersonalData } from "./words.ts";

/** What somebody did about calls for tender. */
export const tenders: PersonalData[] = [
  {
    covers: ["tender.postedById", "tender_deadline_change.personId", "tender_resemblance.settledById"],
    name: "tendersPosted",
    title: "Appels d’offres que vous avez signalés",
    labels: { subject: "Objet", buyer: "Acheteur", postedAt: "Le" },
    read: (tx, { id }) =>
      tx.tender.findMany({
        where: { postedById: id },
        orderBy: { postedAt: "asc" },
        take: MOST,
        select: { subject: true, buyer: true, postedAt: true },
      }),
    erase: async (tx, { id }) => {
      await tx.tender.updateMany({ where: { postedById: id }, data: { postedById: null } });
      await tx.tenderDeadlineChange.updateMany({ where: { personId: id }, data: { personId: null } });
      await tx.tenderResemblance.updateMany({ where: { settledById: id }, data: { settledById: null } });
    },
    kept: "L’avis, sans votre nom\u202f: il a été signalé pour votre structure.",
  },
  {
    covers: ["tender_hand.raisedById"],
    name: "tenderHands",
    title: "Appels d’offres où vous avez levé la main",
    labels: { subject: "Objet", references: "Références", capacity: "Moyens", raisedAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.tenderHand.findMany({
        relationLoadStrategy: "join",
        where: { raisedById: id },
        orderBy: { raisedAt: "asc" },
        take: MOST,
        select: { references: true, capacity: true, raisedAt: true, tender: { select: { subject: true } } },
      });
      return rows.map(({ tender, ...hand }) => ({ subject: tender.subject, ...hand }));
    },
    erase: (tx, { id }) => tx.tenderHand.updateMany({ where: { raisedById: id }, data: { raisedById: null } }),
    kept: "La main levée, sans votre nom\u202f: elle l’est au nom de votre structure.",
  },
  {
    covers: ["tender_assessment.decidedById"],
    name: "tenderAssessments",
    title: "Décisions d’y aller ou non que vous avez enregistrées",
    labels: { subject: "Objet", verdict: "Décision", note: "Raison", decidedAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.tenderAssessment.findMany({
        relationLoadStrategy: "join",
        where: { decidedById: id },
        orderBy: { decidedAt: "asc" },
        take: MOST,
        select: { verdict: true, note: true, decidedAt: true, tender: { select: { subject: true } } },
      });
      return rows.map(({ tender, ...decision }) => ({ subject: tender.subject, ...decision }));
    },
    erase: (tx, { id }) => tx.tenderAssessment.updateMany({ where: { decidedById: id }, data: { decidedById: null } }),
    kept: "La décision, sans votre nom\u202f: c’est celle de votre structure.",
  },
  {
    covers: ["tender_alert.personId"],
    name: "tenderAlerts",
    title: "Vos alertes d’appels d’offres",
    labels: { skills: "Compétences", cpvPrefixes: "Codes CPV", departments: "Départements" },
    read: (tx, { id }) =>
      tx.tenderAlert.findMany({
        where: { personId: id },
        select: { skills: true, cpvPrefixes: true, departments: true },
      }),
    erase: (tx, { id }) => tx.tenderAlert.deleteMany({ where: { personId: id } }),
    kept: null,
    correctedAt: "/espace/appels-d-offres/alertes",
  },
];
