import type { Meetings } from "./shape.ts";

export const DEVELOPPEMENT: Meetings = {
  weekday: 3,
  from: "18:30",
  to: "20:30",
  room: "B",
  coming: [],
  past: [
    {
      daysAgo: 71,
      agenda: ["Tests automatiques dans les petites équipes", "Sous-traiter entre adhérents"],
      minutes:
        "Deux équipes racontent leurs débuts avec les tests automatiques. La sous-traitance entre adhérents demande un cadre simple\u202f: un modèle de contrat est proposé.",
      todos: [{ text: "relire le modèle de contrat avec un juriste", by: "rivale@demo.example", dueInDays: -15 }],
      reviews: ["qui assure la garantie quand deux adhérents se partagent un chantier"],
      decisions: [
        {
          title: "Un modèle de contrat entre adhérents",
          text: "Un modèle court de contrat de sous-traitance est relu par trois adhérents, puis proposé à tous.",
          isPublic: false,
        },
      ],
    },
    {
      daysAgo: 118,
      agenda: ["Accessibilité des applications", "Reprise d’anciens logiciels"],
      minutes:
        "L’accessibilité entre dans les appels d’offres publics\u202f: la commission veut s’y préparer ensemble.",
      decisions: [
        {
          title: "Une demi-journée sur l’accessibilité",
          text: "La commission organise avec la commission Communication et Internet une demi-journée pratique sur l’accessibilité numérique.",
          isPublic: true,
        },
      ],
    },
    {
      daysAgo: 160,
      agenda: ["Estimer sans se tromper", "Prêter un développeur pour deux jours"],
      minutes:
        "Quatre équipes estiment le même petit projet\u202f: les réponses vont de huit à trente et un jours. L’écart vient surtout de ce que chacun croit compris d’avance.\n\nLe prêt de compétences entre adhérents intéresse\u202f; il faut en fixer le cadre.",
      decisions: [
        {
          title: "Un questionnaire avant tout chiffrage",
          text: "La commission rédige quinze questions à poser avant d’estimer un projet, et les met à la disposition des adhérents.",
          isPublic: false,
        },
      ],
    },
    {
      daysAgo: 205,
      agenda: ["Logiciels libres\u202f: usages et licences", "Accueillir un stagiaire en développement"],
      minutes:
        "Inventaire des briques libres utilisées par les adhérents, et rappel des obligations qui vont avec.\n\nLes écoles présentes expliquent ce qu’un étudiant de deuxième année sait faire, et ce qu’il apprendra mieux en équipe que seul.",
      decisions: [
        {
          title: "Un sujet de stage par équipe",
          text: "Chaque équipe qui le peut propose un sujet de stage dans l’année\u202f; les sujets paraissent dans la rubrique Stages.",
          isPublic: true,
        },
      ],
    },
  ],
};
