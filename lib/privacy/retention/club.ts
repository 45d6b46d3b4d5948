import type { RetentionRule } from "./rule.ts";

/** What the life of the club leaves. */
export const club: RetentionRule[] = [
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
    name: "meetings",
    what: "Dates cherchées, convocations et réponses",
    why: "Réunir les commissions",
    basis: "Exécution du contrat d’adhésion",
    kept: "Vie de l’association\u202f; sans vos réponses après effacement du compte",
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
    name: "expectations",
    what: "Attentes, commentaires et suites données",
    why: "Vie des commissions",
    basis: "Exécution du contrat d’adhésion",
    kept: "Vie de l’association\u202f; sans le nom après effacement du compte",
    apply: null,
  },
];
