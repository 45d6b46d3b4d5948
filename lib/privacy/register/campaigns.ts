import { MOST, type PersonalData } from "./words.ts";

/** The club's messages to many: written, received, wanted. */
export const campaigns: PersonalData[] = [
  {
    covers: ["campaign.authorId"],
    name: "campaigns",
    title: "Messages que vous avez écrits aux membres",
    labels: { subject: "Objet", body: "Texte", createdAt: "Écrit le", sentAt: "Parti le" },
    read: (tx, { id }) =>
      tx.campaign.findMany({
        where: { authorId: id },
        orderBy: { createdAt: "asc" },
        take: MOST,
        select: { subject: true, body: true, createdAt: true, sentAt: true },
      }),
    erase: null,
    kept: "Leur texte, sans votre nom\u202f: ils sont partis au nom du club.",
  },
  {
    covers: ["campaign_recipient.personId"],
    name: "campaignsReceived",
    title: "Messages du club que vous avez reçus",
    labels: { subject: "Objet", sentAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.campaignRecipient.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        take: MOST,
        select: { campaign: { select: { subject: true, sentAt: true } } },
      });
      return rows.map(({ campaign }) => campaign);
    },
    erase: (tx, { id }) => tx.campaignRecipient.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["newsletter_consent.personId"],
    name: "newsletterConsents",
    title: "Votre accord pour la lettre du club",
    labels: { textVersion: "Version du texte accepté", givenAt: "Donné le", withdrawnAt: "Retiré le" },
    read: (tx, { id }) =>
      tx.newsletterConsent.findMany({
        where: { personId: id },
        orderBy: { givenAt: "asc" },
        take: MOST,
        select: { textVersion: true, givenAt: true, withdrawnAt: true },
      }),
    erase: (tx, { id }) => tx.newsletterConsent.deleteMany({ where: { personId: id } }),
    kept: null,
  },
];
