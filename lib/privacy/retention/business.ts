import { DAYS_TO_CONFIRM, MONTHS_OF_WATCH } from "#lib/internships/alerts/rules";
import { UNCONFIRMED_DAYS } from "#lib/needs/rules";
import { addDays, dayOf, fromParis } from "#lib/platform/dates";
import { ago, daysAgo, type RetentionRule } from "./rule.ts";

/** No address (RFC 2606). */
const ANONYMOUS = "personne@effacee.invalid";

/** What passes between members, buyers, students and visitors. */
export const business: RetentionRule[] = [
  {
    name: "needs",
    what: "Besoins des acheteurs (nom et adresse e-mail du contact)",
    why: "Mettre en relation avec des adhérents",
    basis: "Mesures précontractuelles demandées par l’acheteur",
    kept: `${UNCONFIRMED_DAYS} jours sans confirmation. Sinon jusqu’à douze mois après la clôture, puis sans le nom, l’adresse ni les échanges`,
    apply: async (tx, now) => {
      const week = fromParis(addDays(dayOf(now), -UNCONFIRMED_DAYS), "00:00");
      const { count: forgotten } = await tx.need.deleteMany({ where: { confirmedAt: null, receivedAt: { lt: week } } });
      const closed = { closedAt: { lt: ago(now, 12) }, NOT: { contactEmail: ANONYMOUS } };
      await tx.needMessage.deleteMany({ where: { introduction: { need: closed } } });
      const { count } = await tx.need.updateMany({
        where: closed,
        data: {
          contactName: "Contact effacé",
          contactEmail: ANONYMOUS,
          contactPhone: null,
          organization: null,
          fingerprint: null,
        },
      });
      return forgotten + count;
    },
  },
  {
    name: "registrations",
    what: "Inscriptions aux rendez-vous publics (nom, adresse e-mail, structure, réponses)",
    why: "Vous garder une place, vous accueillir, vous écrire une fois ensuite",
    basis: "Mesures précontractuelles, à votre demande",
    kept: "Sept jours sans confirmation, douze mois après le rendez-vous\u202f; ensuite, seul leur nombre",
    apply: async (tx, now) => {
      const { count: forgotten } = await tx.registration.deleteMany({
        where: { state: "unconfirmed", submittedAt: { lt: daysAgo(now, 7) } },
      });
      const old = { opening: { event: { endsAt: { lt: ago(now, 12) } } } };
      await tx.registrationAnswer.deleteMany({ where: { registration: old } });
      return (
        forgotten +
        (await tx.$executeRaw`
          UPDATE registration r SET "firstName" = 'Personne', "lastName" = 'effacée', organization = NULL,
                 "personId" = NULL, "structureId" = NULL, email = r.id || '@effacee.invalid'
            FROM event e WHERE e.id = r."eventId" AND e."endsAt" < ${ago(now, 12)} AND r.email NOT LIKE '%@effacee.invalid'`)
      );
    },
  },
  {
    name: "exchanges",
    what: "Messages échangés entre adhérents à propos d’une annonce",
    why: "Se mettre d’accord",
    basis: "Exécution du contrat d’adhésion",
    kept: "Douze mois après la clôture ou l’expiration de l’annonce",
    apply: async (tx, now) => {
      const over = { OR: [{ expiresAt: { lt: ago(now, 12) } }, { closing: { closedAt: { lt: ago(now, 12) } } }] };
      const { count } = await tx.skillExchangeMessage.deleteMany({ where: { talk: { exchange: over } } });
      return count;
    },
  },
  {
    name: "internship-alerts",
    what: "Alertes de stages (adresse e-mail et recherche)",
    why: "Prévenir des nouvelles offres",
    basis: "Consentement",
    kept: "Sept jours sans confirmation. Sinon jusqu’à l’arrêt demandé, douze mois au plus après la dernière confirmation",
    apply: async (tx, now) => {
      const { count } = await tx.internshipAlert.deleteMany({
        where: {
          OR: [
            { confirmedAt: null, requestedAt: { lt: daysAgo(now, DAYS_TO_CONFIRM) } },
            { confirmedAt: { lt: ago(now, MONTHS_OF_WATCH) } },
          ],
        },
      });
      return count;
    },
  },
  {
    name: "internship-tutors",
    what: "Nom du tuteur d’une offre de stage",
    why: "Préparer la convention",
    basis: "Intérêt légitime de la structure",
    kept: "Deux ans après la fin du stage",
    apply: async (tx, now) => {
      const { count } = await tx.internship.updateMany({
        where: { endsOn: { lt: ago(now, 24) }, tutorName: { not: null } },
        data: { tutorName: null },
      });
      return count;
    },
  },
  {
    name: "internship-applications",
    what: "Candidatures à un stage (profil, message, CV, notes de l’entreprise)",
    why: "Trouver un stage",
    basis: "Mesures précontractuelles, à la demande de l’étudiant",
    kept: "Trois mois après un refus, un retrait ou la fin du stage\u202f; deux ans après un refus si l’étudiant l’a choisi. Le retrait efface aussitôt le message et le CV. Ensuite, un nombre sans nom",
    // The job erase-internship-applications does.
    apply: null,
  },
  {
    name: "tender-hands",
    what: "Mains levées pour des appels d’offres, décisions d’y aller ou non",
    why: "Répondre ensemble",
    basis: "Exécution du contrat d’adhésion",
    kept: "Douze mois après l’échéance de l’appel d’offres",
    apply: async (tx, now) => {
      const over = { tender: { respondBefore: { lt: ago(now, 12) } } };
      const { count: hands } = await tx.tenderHand.deleteMany({ where: over });
      const { count: decisions } = await tx.tenderAssessment.deleteMany({ where: over });
      return hands + decisions;
    },
  },
  {
    name: "workspaces",
    what: "Espaces de travail des réponses communes (messages, tâches, documents) et dossiers de candidature",
    why: "Répondre ensemble aux appels d’offres",
    basis: "Exécution du contrat d’adhésion",
    kept: "Vie de l’association, lus de leurs seuls membres\u202f; ce qu’une structure donne part avec elle si elle l’a dit\u202f; sans votre nom après effacement du compte\u202f; trente jours pour l’adresse d’un invité qui n’a pas de compte",
    apply: async (tx, now) => {
      const { count } = await tx.consortiumGuest.deleteMany({
        where: { personId: null, revokedAt: null, since: { lt: daysAgo(now, 30) } },
      });
      return count;
    },
  },
];
