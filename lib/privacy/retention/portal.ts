import { ago, daysAgo, type RetentionRule } from "./rule.ts";

/** What the portal keeps to run. */
export const portal: RetentionRule[] = [
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
];
