import type { Meetings } from "./shape.ts";

export const GESTION: Meetings = {
  weekday: 4,
  from: "17:30",
  to: "19:30",
  room: "A",
  coming: [29],
  next: {
    items: [
      {
        title: "La grille de choix\u202f: vingt questions, pas une de plus",
        minutes: 45,
        by: "presidence@demo.example",
      },
      { title: "Facturation électronique\u202f: les questions reçues depuis un mois", minutes: 30 },
    ],
    proposal: { title: "Un client raconte sa bascule de paie", by: "membre@demo.example" },
  },
  past: [
    {
      daysAgo: 26,
      agenda: [
        "Facturation électronique\u202f: où en sont nos clients",
        "Choisir sans se tromper\u202f: une grille commune",
      ],
      minutes:
        "La facturation électronique occupe l’essentiel de la séance. Beaucoup de petites entreprises attendent encore de savoir quelle plateforme choisir.\n\nLa commission travaille à une grille de questions, sans nom de produit, pour aider au choix d’un logiciel.",
      todos: [
        { text: "réunir les questions des trois premiers clients interrogés", by: "membre@demo.example", dueInDays: 9 },
        { text: "écrire l’introduction de la grille", by: "presidence@demo.example", dueInDays: 3 },
      ],
      reviews: ["faut-il citer les plateformes agréées par leur nom"],
      publicPart:
        "La facturation électronique a occupé l’essentiel de la séance\u202f: beaucoup de petites entreprises attendent encore de savoir quelle plateforme choisir.\n\nLa commission prépare une **grille de vingt questions**, sans nom de produit, pour aider chacun à choisir son logiciel de gestion.",
      decisions: [
        {
          title: "Une grille de choix sans marque",
          text: "Une grille de vingt questions pour choisir un logiciel de gestion, rédigée par quatre adhérents, sera mise à disposition des entreprises.",
          isPublic: true,
        },
      ],
    },
    {
      daysAgo: 75,
      agenda: ["Passage de relais du responsable", "Paie\u202f: partage d’expériences"],
      minutes:
        "Le responsable sortant transmet ses dossiers à la personne qui lui succédera dans quelques jours. Échanges sur les bascules de paie en cours d’année\u202f: les participants recommandent de viser le début d’un trimestre.",
      decisions: [
        {
          title: "Une rencontre avec les experts-comptables",
          text: "La commission invite les experts-comptables du territoire à une rencontre avant l’été prochain.",
          isPublic: false,
        },
      ],
    },
    {
      daysAgo: 124,
      agenda: ["Reprise de données\u202f: ce que l’on promet", "Visite d’un atelier équipé"],
      minutes:
        "La reprise de l’historique est le premier motif de litige dans une bascule. Les participants comparent leurs pratiques\u202f: essai sur un trimestre, contrôle par totaux, signature du client avant la mise en route.\n\nLa visite montre un suivi de production sur tablette, adopté par l’équipe en six semaines.",
      decisions: [
        {
          title: "Trois contrôles avant toute bascule",
          text: "La commission recommande trois contrôles simples, à faire avec le client, avant d’abandonner un ancien logiciel.",
          isPublic: true,
        },
      ],
    },
    {
      daysAgo: 172,
      agenda: ["Facturation électronique\u202f: calendrier", "Logiciels des petites communes"],
      minutes:
        "Rappel du calendrier et des obligations selon la taille. Les questions les plus fréquentes des dirigeants sont relevées pour préparer une réunion d’information.\n\nLes petites communes achètent souvent par habitude\u202f: la commission voudrait leur présenter l’offre d’ici.",
      decisions: [
        {
          title: "Une réunion d’information ouverte à tous",
          text: "La commission prépare un petit déjeuner d’information sur la facturation électronique, sans démonstration commerciale.",
          isPublic: true,
        },
        {
          title: "Rencontrer les secrétaires de mairie",
          text: "Deux adhérents proposent un programme de rencontre d’une demi-journée.",
          isPublic: false,
        },
      ],
    },
    {
      daysAgo: 225,
      agenda: ["Qui fait quoi dans la commission", "Le comptable, le dirigeant et le logiciel"],
      minutes:
        "Intégrateurs, éditeurs et consultants se présentent à partir d’un même cas\u202f: une entreprise de trente salariés qui quitte son tableur. Les métiers se complètent plus qu’ils ne se recouvrent.",
      decisions: [
        {
          title: "Un cas d’école partagé",
          text: "Le cas travaillé en séance est rédigé et gardé\u202f: il servira à présenter la commission aux nouveaux adhérents.",
          isPublic: false,
        },
      ],
    },
  ],
};
