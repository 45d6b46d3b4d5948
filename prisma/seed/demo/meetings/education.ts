import type { Meetings } from "./shape.ts";

export const EDUCATION: Meetings = {
  weekday: 3,
  from: "14:00",
  to: "16:00",
  room: "B",
  coming: [],
  past: [
    {
      daysAgo: 80,
      agenda: ["Calendriers des stages", "Interventions en classe"],
      minutes:
        "Les écoles présentent leurs calendriers. Les entreprises demandent à les connaître plus tôt\u202f; un tableau commun sera tenu.",
      todos: [
        {
          text: "recueillir les périodes de stage des écoles adhérentes",
          by: "ecole@demo.example",
          dueInDays: -30,
          isDone: true,
        },
      ],
      reviews: ["une journée d’accueil commune pour les collégiens"],
      decisions: [
        {
          title: "Un calendrier commun des périodes de stage",
          text: "Les écoles adhérentes publient leurs périodes de stage dans un calendrier commun, dès qu’elles les connaissent.",
          isPublic: true,
        },
      ],
    },
    {
      daysAgo: 127,
      agenda: ["Bilan des stages de l’année", "Faire venir les filles vers nos métiers"],
      minutes:
        "Les écoles font le point\u202f: la plupart des étudiants ont trouvé un stage, mais un sur trois est parti hors du territoire alors que des entreprises voisines cherchaient quelqu’un.\n\nDeux adhérentes iront raconter leur parcours dans des classes de troisième.",
      decisions: [
        {
          title: "Publier les offres plus tôt",
          text: "Les adhérents s’efforcent de publier leurs offres de stage au moins quatre mois avant le début.",
          isPublic: true,
        },
      ],
    },
    {
      daysAgo: 183,
      agenda: ["Le tuteur en entreprise", "Projets d’étudiants"],
      minutes:
        "Trois tuteurs et trois étudiants croisent leurs regards. Ce qui compte\u202f: un sujet écrit, un bureau prêt le premier jour, un point chaque semaine.\n\nLes projets d’étudiants sont l’occasion de se connaître avant un stage.",
      decisions: [
        {
          title: "Une fiche du tuteur",
          text: "Une fiche recto verso, écrite avec des étudiants, est remise à chaque entreprise d’accueil.",
          isPublic: true,
        },
        {
          title: "Appel à sujets de projets",
          text: "Les adhérents envoient leurs sujets de projets tuteurés avant la prochaine rentrée.",
          isPublic: false,
        },
      ],
    },
    {
      daysAgo: 229,
      agenda: ["Qui sont les écoles du club", "Attentes des entreprises"],
      minutes:
        "Présentation des formations représentées, de la remise à niveau à la troisième année. Les entreprises demandent surtout de la curiosité, et des dates connues à l’avance.",
      decisions: [
        {
          title: "Un répertoire des formations",
          text: "Chaque école décrit ses formations sur sa page de l’annuaire, avec la période des stages.",
          isPublic: true,
        },
      ],
    },
  ],
};
