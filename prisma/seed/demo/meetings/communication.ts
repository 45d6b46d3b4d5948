import type { Meetings } from "./shape.ts";

export const COMMUNICATION: Meetings = {
  weekday: 1,
  from: "17:00",
  to: "19:00",
  room: "A",
  coming: [9, 58],
  next: {
    items: [
      {
        title: "Atelier «\u202fma fiche en une heure\u202f»\u202f: trois fiches réécrites en séance",
        minutes: 60,
        by: "rivale@demo.example",
      },
      { title: "Le fonds de photographies\u202f: ce qui manque", minutes: 20 },
    ],
    proposal: { title: "Répondre aux avis en ligne sans y passer ses soirées", by: "presidence@demo.example" },
  },
  past: [
    {
      daysAgo: 40,
      agenda: ["Être trouvé localement", "La fiche de chaque adhérent dans l’annuaire"],
      minutes:
        "La commission relit les fiches de l’annuaire avec l’œil d’un acheteur. Les textes les plus concrets sont les plus utiles.",
      todos: [
        { text: "fixer la date de l’atelier avec la CCI", by: "presidence@demo.example", dueInDays: -20, isDone: true },
        { text: "choisir trois fiches à réécrire en séance", by: "rivale@demo.example", dueInDays: 6 },
      ],
      reviews: ["les photographies des fiches\u202f: les nôtres, ou celles du fonds commun"],
      decisions: [
        {
          title: "Atelier « ma fiche en une heure »",
          text: "Un atelier aide chaque adhérent à écrire une fiche claire, avec ses mots et ceux de ses clients.",
          isPublic: true,
        },
      ],
    },
    {
      daysAgo: 92,
      agenda: ["Sites sobres", "Photographies du territoire"],
      minutes:
        "Présentation de sites légers réalisés par des adhérents. Un fonds commun de photographies du territoire est envisagé.",
      decisions: [
        {
          title: "Une première série de photographies",
          text: "Deux adhérents photographient chacun dix lieux du territoire\u202f; les images seront prêtées à tous les membres du club.",
          isPublic: false,
        },
      ],
    },
    {
      daysAgo: 141,
      agenda: ["Montrer l’offre locale", "Prix\u202f: dire ce que l’on vend"],
      minutes:
        "La commission cherche comment rendre visible l’offre de l’Artois sans faire de publicité pour une seule maison. L’idée d’une journée portes ouvertes l’emporte.\n\nSur les prix, les agences conviennent qu’une fourchette honnête vaut mieux qu’un silence.",
      decisions: [
        {
          title: "Une journée portes ouvertes",
          text: "La commission propose une journée où les adhérents volontaires ouvrent leurs locaux. Chacun choisit ses horaires.",
          isPublic: true,
        },
      ],
    },
    {
      daysAgo: 190,
      agenda: ["Avis en ligne\u202f: répondre, et comment", "Images\u202f: droits et modèles"],
      minutes:
        "Atelier sur de vrais avis, rendus anonymes. Une réponse courte, précise et signée d’un prénom apaise presque toujours.\n\nLe droit à l’image est rappelé\u202f: accord écrit, durée, usages.",
      decisions: [
        {
          title: "Un modèle d’autorisation d’image",
          text: "Un formulaire d’une page, relu par un adhérent juriste, est mis en commun.",
          isPublic: false,
        },
      ],
    },
    {
      daysAgo: 238,
      agenda: ["Tour de table", "Ce que nos clients ne comprennent pas"],
      minutes:
        "Chaque agence raconte la question que ses clients posent le plus souvent. Le nom de domaine, sa propriété et son renouvellement arrivent en tête.",
      decisions: [
        {
          title: "Expliquer le nom de domaine",
          text: "La commission publie une explication en dix lignes\u202f: à qui il appartient, où il est enregistré, quand il expire.",
          isPublic: true,
        },
      ],
    },
  ],
};
