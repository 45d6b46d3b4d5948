import { DAYS_TO_CONFIRM, MONTHS_OF_WATCH } from "#lib/internships/alerts/rules";
import { addDays, addMonths, columnOfDay, dayOf, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";

/** How long one kind of data is kept, in words that people read, and what the daily job does about it. */
export interface RetentionRule {
  name: string;
  what: string;
  why: string;
  basis: string;
  kept: string;
  /** Gives how many rows it ended; null: nothing to do by itself. */
  apply: ((tx: Tx, now: Date) => Promise<number>) | null;
}

/** Months without a sign-in after which an account that serves nothing is erased; announced one before. */
export const UNUSED_MONTHS = 24;

/**
 * The club's rules, as /confidentialite shows them. The law's: accounts ten years (code de commerce,
 * L123-22); logs of security six to twelve months (CNIL 2021). The others are the club's choice.
 */
export const RETENTION: RetentionRule[] = [
  {
    name: "accounts",
    what: "Comptes des adhérents, étudiants et écoles (nom, adresse e-mail, mot de passe haché)",
    why: "Adhésion et accès à l’espace membre",
    basis: "Exécution du contrat d’adhésion",
    kept: "Durée de l’adhésion. Sans connexion pendant 24 mois, le compte qui ne sert plus à aucune structure est effacé, après un e-mail un mois avant",
    // Each erasure is a transaction of its own: see applyRetention.
    apply: null,
  },
  {
    name: "directory",
    what: "Fiches des structures dans l’annuaire",
    why: "Faire connaître l’offre locale",
    basis: "Intérêt légitime du club et de ses adhérents",
    kept: "Durée de l’adhésion",
    apply: null,
  },
  {
    name: "applications",
    what: "Demandes d’adhésion (structure, personnes, motivation)",
    why: "Examen par le comité directeur",
    basis: "Mesures précontractuelles, à votre demande",
    kept: "Sept jours sans confirmation, trente jours après un retrait, six mois après un refus, un an après l’admission",
    // The job erase-applications does.
    apply: null,
  },
  {
    name: "prospects",
    what: "Entreprises du territoire qui ont le profil, contacts pris et invitations",
    why: "Faire connaître le club",
    basis: "Intérêt légitime",
    kept: "Jusqu’à ce que l’entreprise demande à ne plus y figurer",
    apply: null,
  },
  {
    name: "mandates",
    what: "Noms des responsables de commission",
    why: "Dire qui anime le club",
    basis: "Intérêt légitime",
    kept: "Vie de l’association\u202f; sans le nom après effacement du compte",
    apply: null,
  },
  {
    name: "assemblies",
    what: "Listes de votants, pouvoirs et résultats des assemblées et du comité",
    why: "Prouver ce que le club a décidé",
    basis: "Intérêt légitime",
    kept: "Vie de l’association. D’un vote secret, seulement qui a voté et les totaux",
    apply: null,
  },
  {
    name: "dues",
    what: "Cotisations, règlements et reçus des structures",
    why: "Tenir les comptes",
    basis: "Obligation légale",
    kept: "Dix ans (code de commerce, art. L123-22)",
    apply: null,
  },
  {
    name: "needs",
    what: "Besoins des acheteurs (nom et adresse e-mail du contact)",
    why: "Mettre en relation avec des adhérents",
    basis: "Mesures précontractuelles demandées par l’acheteur",
    kept: "Sept jours sans confirmation. Sinon jusqu’à douze mois après la clôture, puis sans le nom, l’adresse ni les échanges",
    apply: async (tx, now) => {
      const week = fromParis(addDays(dayOf(now), -7), "00:00");
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
    name: "sessions",
    what: "Connexions ouvertes (jour, navigateur)",
    why: "Sécurité des comptes",
    basis: "Intérêt légitime",
    kept: "Jusqu’à leur expiration, trente jours au plus",
    // The job forget-sign-ins does.
    apply: null,
  },
  {
    name: "attempts",
    what: "Essais de connexion comptés par adresse",
    why: "Freiner qui devine des mots de passe",
    basis: "Intérêt légitime",
    kept: "La durée du décompte, un jour au plus",
    apply: null,
  },
  {
    name: "sign-in-links",
    what: "Liens de connexion demandés (empreintes et dates)",
    why: "Ouvrir le compte à qui lit son courrier",
    basis: "Exécution du contrat d’adhésion",
    kept: "Trente jours après leur expiration",
    apply: null,
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
    name: "invitations",
    what: "Invitations à parler pour une structure (adresse e-mail)",
    why: "Rattacher une personne à sa structure",
    basis: "Intérêt légitime",
    kept: "Douze mois après leur expiration",
    apply: async (tx, now) => {
      const { count } = await tx.invitation.deleteMany({ where: { expiresAt: { lt: ago(now, 12) } } });
      return count;
    },
  },
  {
    name: "newsletter",
    what: "Accord pour recevoir la lettre du club",
    why: "Prouver que vous l’avez demandée",
    basis: "Consentement",
    kept: "Jusqu’à l’effacement du compte",
    apply: null,
  },
  {
    name: "expectations",
    what: "Attentes, commentaires et suites données",
    why: "Vie des commissions",
    basis: "Exécution du contrat d’adhésion",
    kept: "Vie de l’association\u202f; sans le nom après effacement du compte",
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
    name: "mail-bodies",
    what: "Texte et pièces jointes des e-mails du portail",
    why: "Renvoyer ce qui ne serait pas arrivé",
    basis: "Intérêt légitime",
    kept: "Trente jours après l’envoi",
    apply: async (tx, now) => {
      const old = { state: { in: ["sent" as const, "kept" as const] }, createdAt: { lt: daysAgo(now, 30) } };
      await tx.mailAttachment.deleteMany({ where: { mail: old } });
      const { count } = await tx.mail.updateMany({
        where: { ...old, NOT: { text: "", html: "" } },
        data: { text: "", html: "" },
      });
      return count;
    },
  },
  {
    name: "mail-log",
    what: "Journal des e-mails (destinataire, objet, date)",
    why: "Savoir qui a été prévenu de quoi",
    basis: "Intérêt légitime",
    kept: "Douze mois\u202f; l’annonce d’un effacement, le temps de partir",
    apply: async (tx, now) => {
      const { count } = await tx.mail.deleteMany({
        where: {
          OR: [
            { createdAt: { lt: ago(now, 12) }, state: { not: "queued" } },
            { kind: "account-erased", state: { in: ["sent", "kept"] }, createdAt: { lt: daysAgo(now, 1) } },
          ],
        },
      });
      return count;
    },
  },
  {
    name: "journal",
    what: "Journal des actes (qui a fait quoi)",
    why: "Répondre des décisions, sécurité",
    basis: "Intérêt légitime",
    kept: "Vie de l’association, que nul ne peut réécrire\u202f; une personne effacée n’y a plus de nom",
    apply: null,
  },
  {
    name: "technical-log",
    what: "Journal technique (adresse de la page, heure, durée)",
    why: "Bon fonctionnement et sécurité",
    basis: "Intérêt légitime",
    kept: "Douze mois au plus",
    apply: null,
  },
  {
    name: "meetings",
    what: "Dates cherchées, convocations et réponses",
    why: "Réunir les commissions",
    basis: "Exécution du contrat d’adhésion",
    kept: "Vie de l’association\u202f; sans vos réponses après effacement du compte",
    apply: null,
  },
  {
    name: "workspaces",
    what: "Espaces de travail des réponses communes (messages, tâches, documents) et dossiers de candidature",
    why: "Répondre ensemble aux appels d’offres",
    basis: "Exécution du contrat d’adhésion",
    kept: "Vie de l’association, lus de leurs seuls membres\u202f; ce qu’une structure donne part avec elle si elle l’a dit\u202f; sans votre nom après effacement du compte",
    apply: null,
  },
  {
    name: "minutes",
    what: "Comptes rendus et décisions",
    why: "Vie associative",
    basis: "Obligations statutaires",
    kept: "Vie de l’association",
    apply: null,
  },
];

/** No address (RFC 2606). */
const ANONYMOUS = "personne@effacee.invalid";

/** The instant that was midnight in the Artois, months ago. */
function ago(now: Date, months: number): Date {
  return fromParis(addMonths(dayOf(now), -months), "00:00");
}

function daysAgo(now: Date, days: number): Date {
  return fromParis(addDays(dayOf(now), -days), "00:00");
}

/** People whose account serves nothing any more: no active structure, no mandate, no right, no sign-in since. */
export function unusedSince(now: Date, months: number) {
  const today = columnOfDay(dayOf(now));
  const before = columnOfDay(addMonths(dayOf(now), -months));
  const inForce = { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  return {
    erasedAt: null,
    administrator: { is: null },
    mandates: { none: inForce },
    affiliations: { none: { AND: [inForce, { structure: { status: "active" as const } }] } },
    OR: [
      { lastSignIn: { is: { day: { lte: before } } } },
      { lastSignIn: { is: null }, createdAt: { lt: fromParis(addDays(addMonths(dayOf(now), -months), 1), "00:00") } },
    ],
  };
}
