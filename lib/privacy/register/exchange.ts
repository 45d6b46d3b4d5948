import { DIRECTION_LABELS } from "#lib/exchange/labels";
import { MOST, type PersonalData } from "./words.ts";

/** What somebody posted and wrote between members. */
export const exchange: PersonalData[] = [
  {
    covers: ["skill_exchange.postedById"],
    name: "exchanges",
    title: "Annonces entre adhérents que vous avez publiées",
    labels: { direction: "Sens", title: "Titre", body: "Texte", postedAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.skillExchange.findMany({
        where: { postedById: id },
        orderBy: { postedAt: "asc" },
        take: MOST,
        select: { direction: true, title: true, body: true, postedAt: true },
      });
      return rows.map((row) => ({ ...row, direction: DIRECTION_LABELS[row.direction] }));
    },
    erase: (tx, { id }) => tx.skillExchange.updateMany({ where: { postedById: id }, data: { postedById: null } }),
    kept: "L’annonce, sans votre nom\u202f: elle est celle de votre structure.",
    correctedAt: "/espace/echanges",
  },
  {
    covers: ["skill_exchange_message.authorId"],
    name: "exchangeMessages",
    title: "Messages que vous avez écrits à propos d’une annonce",
    labels: { exchange: "Annonce", text: "Texte", writtenAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.skillExchangeMessage.findMany({
        where: { authorId: id },
        orderBy: { writtenAt: "asc" },
        take: MOST,
        select: { text: true, writtenAt: true, talk: { select: { exchange: { select: { title: true } } } } },
      });
      return rows.map(({ talk, ...row }) => ({ ...row, exchange: talk.exchange.title }));
    },
    erase: (tx, { id }) =>
      tx.skillExchangeMessage.updateMany({
        where: { authorId: id },
        data: { authorId: null, text: "Message effacé." },
      }),
    kept: "Qu’un message a été écrit, sans son texte ni votre nom\u202f: la conversation garde son fil.",
  },
];
